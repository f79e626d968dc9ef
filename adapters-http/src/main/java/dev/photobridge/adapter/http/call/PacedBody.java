package dev.photobridge.adapter.http.call;

import dev.photobridge.application.port.in.Stopwatch;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/// A body that may not come in too slowly, so that nobody holds a thread with a drip of bytes.
final class PacedBody extends BlockInputStream {
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final long MIN_BYTES_PER_SEC = 16 * 1024;

  private final Stopwatch stopwatch;
  private long received;

  PacedBody(InputStream in, Stopwatch stopwatch) {
    super(in);
    this.stopwatch = stopwatch;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, length);
    received += Math.max(read, 0);
    Duration allowed = GRACE.plusSeconds(received / MIN_BYTES_PER_SEC);
    if (read >= 0 && stopwatch.elapsed().compareTo(allowed) > 0) {
      throw new IOException("the body comes in too slowly");
    }
    return read;
  }
}
