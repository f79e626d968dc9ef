package dev.photobridge.benchmark.fake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Reads requests from one connection, one after the other, and throws their bodies away. For one
/// thread.
final class RequestReader {
  private static final int BUFFER = 128 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int next;
  private int end;

  RequestReader(InputStream in) {
    this.in = in;
  }

  /// The next request's head; empty where the client has closed the connection instead.
  Optional<RequestHead> head() throws IOException {
    System.arraycopy(buffer, next, buffer, 0, end - next);
    end -= next;
    next = 0;
    for (int seen = 0; ; ) {
      for (; seen + 4 <= end; seen++) {
        if (isEndOfHead(seen)) {
          next = seen + 4;
          return Optional.of(RequestHead.of(buffer, seen));
        }
      }
      int count = in.read(buffer, end, BUFFER - end);
      if (count <= 0) {
        return Optional.empty();
      }
      end += count;
    }
  }

  /// Reads the body to its end.
  ///
  /// @return its length
  long drain(RequestHead head) throws IOException {
    if (!head.isChunked()) {
      skip(head.length());
      return head.length();
    }
    long length = 0;
    for (long chunk = chunkSize(); chunk > 0; chunk = chunkSize()) {
      skip(chunk);
      line();
      length += chunk;
    }
    line();
    return length;
  }

  private boolean isEndOfHead(int at) {
    return buffer[at] == '\r'
        && buffer[at + 1] == '\n'
        && buffer[at + 2] == '\r'
        && buffer[at + 3] == '\n';
  }

  private void skip(long bytes) throws IOException {
    long left = bytes;
    while (left > 0) {
      if (next == end) {
        fill();
      }
      int taken = (int) Math.min(left, end - next);
      next += taken;
      left -= taken;
    }
  }

  private long chunkSize() throws IOException {
    return Long.parseLong(line().split(";", -1)[0].strip(), 16);
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int b = read(); b != '\n'; b = read()) {
      line.append((char) b);
    }
    return line.toString().strip();
  }

  private int read() throws IOException {
    if (next == end) {
      fill();
    }
    return buffer[next++];
  }

  private void fill() throws IOException {
    next = 0;
    end = Math.max(0, in.read(buffer));
    if (end == 0) {
      throw new EOFException("the client went away in the middle of a body");
    }
  }
}
