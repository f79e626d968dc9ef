package dev.photobridge.benchmark.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Locale;
import java.util.zip.CRC32;

/// Reads answers from one connection, one after the other: as little work as it can be, so that the
/// machine is left to what is measured. For one thread.
final class AnswerReading {
  private static final int LONGEST_LINE = 8 * 1024;

  private final ReadableByteChannel channel;
  private final ByteBuffer buffer;
  private boolean keepsAlive = true;

  /// @param bufferSize what is read at once; costs so much memory for each connection
  AnswerReading(ReadableByteChannel channel, int bufferSize) {
    this.channel = channel;
    this.buffer = ByteBuffer.allocateDirect(bufferSize).limit(0);
  }

  /// Whether the server will take a further request on this connection.
  boolean keepsAlive() {
    return keepsAlive;
  }

  /// The next answer, be it an interim one such as `100`.
  ///
  /// @param start when its request began, by `System.nanoTime`
  Answer read(long start) throws IOException {
    int status = Integer.parseInt(line().split(" ", -1)[1]);
    long length = 0;
    boolean chunked = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length:")) {
        length = Long.parseLong(header.substring("content-length:".length()).strip());
      } else if (header.startsWith("transfer-encoding:")) {
        chunked = header.contains("chunked");
      } else if (header.startsWith("connection:")) {
        keepsAlive = !header.contains("close");
      }
    }
    var sum = new CRC32();
    if (chunked) {
      length = chunks(sum);
    } else {
      body(length, sum);
    }
    return new Answer(status, length, sum.getValue(), System.nanoTime() - start);
  }

  private long chunks(CRC32 sum) throws IOException {
    long length = 0;
    while (true) {
      long chunk = Long.parseLong(line().split(";", -1)[0].strip(), 16);
      body(chunk, sum);
      line();
      if (chunk == 0) {
        return length;
      }
      length += chunk;
    }
  }

  private void body(long length, CRC32 sum) throws IOException {
    long left = length;
    while (left > 0) {
      if (!buffer.hasRemaining()) {
        fill();
      }
      int limit = buffer.limit();
      int taken = (int) Math.min(left, buffer.remaining());
      buffer.limit(buffer.position() + taken);
      sum.update(buffer);
      buffer.limit(limit);
      left -= taken;
    }
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    while (true) {
      if (!buffer.hasRemaining()) {
        fill();
      }
      char c = (char) (buffer.get() & 0xff);
      if (c == '\n') {
        return line.toString().strip();
      }
      if (line.append(c).length() > LONGEST_LINE) {
        throw new IOException("this is not HTTP: a line has no end");
      }
    }
  }

  private void fill() throws IOException {
    buffer.clear();
    int count = channel.read(buffer);
    buffer.flip();
    if (count < 0) {
      throw new EOFException("the server closed the connection");
    }
  }
}
