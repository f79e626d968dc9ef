package dev.photobridge.adapter.provider.http;

import java.io.ByteArrayInputStream;

/// Delivers bytes in pieces of at most so many at a time, as a network might.
public final class PiecemealStream extends ByteArrayInputStream {
  private final int piece;

  public PiecemealStream(byte[] bytes, int piece) {
    super(bytes);
    this.piece = piece;
  }

  @Override
  public synchronized int read(byte[] into, int offset, int length) {
    return super.read(into, offset, Math.min(piece, length));
  }
}
