package dev.photobridge.adapter.provider.http;

import dev.photobridge.application.port.out.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request body that is read piece by piece as the connection takes it. Remembers what went wrong
/// on our side, since the HTTP client reports everything as a failure of the exchange. Closing ends
/// a transfer under way. Safe for use by many threads.
final class OutgoingBody implements AutoCloseable {
  private final ByteSource source;
  private @Nullable InputStream open;
  private @Nullable IOException trouble;
  private boolean closed;

  OutgoingBody(ByteSource source) {
    this.source = source;
  }

  /// Delivers the source from its beginning each time it is subscribed to.
  BodyPublisher publisher() {
    return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(Transfer::new), source.size());
  }

  /// What kept us from reading the source.
  synchronized Optional<IOException> trouble() {
    return Optional.ofNullable(trouble);
  }

  @Override
  public synchronized void close() {
    closed = true;
    closeOpen();
  }

  private synchronized int read(Transfer transfer, byte[] into, int offset, int length)
      throws IOException {
    if (closed) {
      throw new IOException("the exchange is over");
    }
    try {
      if (transfer.in == null) {
        closeOpen();
        open = source.open();
        transfer.in = open;
      }
      int count = transfer.in.read(into, offset, length);
      transfer.check(count);
      return count;
    } catch (IOException e) {
      trouble = e;
      throw e;
    }
  }

  private void closeOpen() {
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException _) {
      // it was only read
    }
    open = null;
  }

  /// One reading of the source, opened with the first byte asked for.
  private final class Transfer extends InputStream {
    private @Nullable InputStream in;
    private long missing = source.size();

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return OutgoingBody.this.read(this, into, offset, length);
    }

    private void check(int count) throws IOException {
      missing -= Math.max(count, 0);
      if (missing < 0 || (count < 0 && missing > 0)) {
        throw new IOException("the photo's file changed its size while it was sent");
      }
    }
  }
}
