package dev.photobridge.adapter.provider.http;

import dev.photobridge.application.port.out.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// A request body that is read piece by piece as the connection takes it. Remembers what went wrong
/// on our side, since the HTTP client reports everything as a failure of the exchange. A provider
/// may answer before it has all: the rest is then not sent. For one exchange on one thread.
final class OutgoingBody extends AbstractHttpEntity {
  private static final String NAME = OutgoingBody.class.getName();
  private static final int CHUNK = 64 << 10;
  private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(100);
  private static final Timeout LOOK = Timeout.ofMilliseconds(1);

  private final ByteSource source;
  private final long size;
  private @Nullable HttpClientConnection connection;
  private @Nullable IOException trouble;
  private boolean cutShort;
  private long lastLook;

  OutgoingBody(ByteSource source) {
    super((ContentType) null, null);
    this.source = source;
    this.size = source.size();
  }

  /// The body of the exchange with this context.
  static Optional<OutgoingBody> in(HttpContext context) {
    return Optional.ofNullable((OutgoingBody) context.getAttribute(NAME));
  }

  /// Makes it known to whoever has the context.
  void putInto(HttpContext context) {
    context.setAttribute(NAME, this);
  }

  /// Says where to look for an early answer.
  void goesOver(HttpClientConnection taken) {
    connection = taken;
  }

  /// What kept us from reading the source.
  Optional<IOException> trouble() {
    return Optional.ofNullable(trouble);
  }

  /// Whether the provider did not take all of it, so that its connection can't be used again.
  boolean isCutShort() {
    return cutShort;
  }

  @Override
  public long getContentLength() {
    return size;
  }

  @Override
  public boolean isStreaming() {
    return true;
  }

  @Override
  public InputStream getContent() throws IOException {
    return source.open();
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    lastLook = System.nanoTime();
    try (InputStream in = opened()) {
      byte[] chunk = new byte[CHUNK];
      long missing = size;
      for (int count = read(in, chunk, missing);
          count >= 0 && !cutShort;
          count = read(in, chunk, missing)) {
        missing -= count;
        write(out, chunk, count);
      }
    }
  }

  @Override
  public void close() {
    // it is open only while it is written
  }

  /// An answer may have come before a connection broke; the client looks for it afterwards.
  private void write(OutputStream out, byte[] chunk, int count) {
    try {
      cutShort = isAnswered();
      if (!cutShort) {
        out.write(chunk, 0, count);
      }
    } catch (IOException _) {
      cutShort = true;
    }
  }

  private boolean isAnswered() throws IOException {
    long now = System.nanoTime();
    if (connection == null || now - lastLook < LOOK_EVERY) {
      return false;
    }
    lastLook = now;
    return connection.isDataAvailable(LOOK);
  }

  private InputStream opened() throws IOException {
    try {
      return source.open();
    } catch (IOException e) {
      trouble = e;
      throw e;
    }
  }

  private int read(InputStream in, byte[] chunk, long missing) throws IOException {
    try {
      int count = in.read(chunk);
      if (count > missing || (count < 0 && missing > 0)) {
        throw new IOException("the photo's file changed its size while it was sent");
      }
      return count;
    } catch (IOException e) {
      trouble = e;
      throw e;
    }
  }
}
