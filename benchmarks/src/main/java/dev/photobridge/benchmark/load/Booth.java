package dev.photobridge.benchmark.load;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// A client with one connection that it keeps as long as the server does. Blocks; for one thread,
/// which may be a virtual one.
public final class Booth implements AutoCloseable {
  private static final int CONTINUE = 100;

  private final int bufferSize;
  private @Nullable Connection connection;

  /// @param bufferSize what it reads at once
  public Booth(int bufferSize) {
    this.bufferSize = bufferSize;
  }

  /// Sends a request and reads the whole answer. The time of a connection that has to be made first
  /// does not count.
  ///
  /// @throws IOException when the server can't be reached or the connection breaks
  public Answer send(PreparedRequest request) throws IOException {
    Connection current = connected(request);
    try {
      Answer answer = current.exchange(request);
      if (!current.answers.keepsAlive()) {
        close();
      }
      return answer;
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /// Makes the connection ahead of the first request.
  ///
  /// @throws IOException when the server can't be reached
  public void connect(PreparedRequest request) throws IOException {
    connected(request);
  }

  @Override
  public void close() throws IOException {
    if (connection != null) {
      connection.channel.close();
      connection = null;
    }
  }

  private Connection connected(PreparedRequest request) throws IOException {
    if (connection == null) {
      var channel = SocketChannel.open(request.address());
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      connection = new Connection(channel, new AnswerReading(channel, bufferSize));
    }
    return connection;
  }

  private record Connection(SocketChannel channel, AnswerReading answers) {
    Answer exchange(PreparedRequest request) throws IOException {
      long start = System.nanoTime();
      write(request.head());
      if (request.awaitsContinue()) {
        Answer first = answers.read(start);
        if (first.status() != CONTINUE) {
          return first;
        }
      }
      write(request.body());
      Answer answer = answers.read(start);
      while (answer.status() == CONTINUE) {
        answer = answers.read(start);
      }
      return answer;
    }

    private void write(ByteBuffer bytes) throws IOException {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }
}
