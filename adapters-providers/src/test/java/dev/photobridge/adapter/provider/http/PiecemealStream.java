package dev.photobridge.adapter.provider.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Delivers bytes in pieces of at most so many at a time, as a network might.
public class PiecemealStream extends InputStream {
  private final InputStream bytes;
  private final int piece;

  public PiecemealStream(byte[] bytes, int piece) {
    this.bytes = new ByteArrayInputStream(bytes);
    this.piece = piece;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = bytes.read(into, offset, Math.min(piece, length));
    if (count < 0) {
      ended();
    }
    return count;
  }

  /// Is called at the end; may fail instead.
  protected void ended() throws IOException {}
}
