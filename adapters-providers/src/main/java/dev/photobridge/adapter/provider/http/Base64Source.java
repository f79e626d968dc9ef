package dev.photobridge.adapter.provider.http;

import dev.photobridge.application.port.out.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;

/// Bytes in Base64 (RFC 4648 section 4, padded, without line breaks), encoded while they are read.
final class Base64Source implements ByteSource {
  /// Large enough for the encoder's fast path, small enough for the processor's cache; a multiple
  /// of three, so that only the last chunk is padded.
  private static final int CHUNK = 48 * 1024;

  private final ByteSource bytes;

  Base64Source(ByteSource bytes) {
    this.bytes = bytes;
  }

  @Override
  public long size() {
    return Math.multiplyExact(Math.ceilDiv(bytes.size(), 3L), 4L);
  }

  @Override
  public InputStream open() throws IOException {
    return new Encoded(bytes.open());
  }

  private static final class Encoded extends InputStream {
    private final InputStream in;
    private final byte[] raw = new byte[CHUNK];
    private final byte[] encoded = new byte[CHUNK / 3 * 4];
    private int next;
    private int end;

    Encoded(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      return isAtEnd() ? -1 : encoded[next++];
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (isAtEnd()) {
        return -1;
      }
      int count = Math.min(length, end - next);
      System.arraycopy(encoded, next, into, offset, count);
      next += count;
      return count;
    }

    private boolean isAtEnd() throws IOException {
      if (next == end) {
        int count = in.readNBytes(raw, 0, CHUNK);
        byte[] chunk = count == CHUNK ? raw : Arrays.copyOf(raw, count);
        end = Base64.getEncoder().encode(chunk, encoded);
        next = 0;
      }
      return end == 0;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
