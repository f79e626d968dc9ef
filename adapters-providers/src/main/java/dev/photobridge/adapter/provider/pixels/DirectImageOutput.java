package dev.photobridge.adapter.provider.pixels;

import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.stream.ImageOutputStreamImpl;

/// Lets the JPEG encoder, which only ever writes forwards, write straight to a stream; the usual
/// adapters keep all of it in memory or in a file first.
final class DirectImageOutput extends ImageOutputStreamImpl {
  private final OutputStream out;

  /// The stream stays the caller's.
  DirectImageOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int value) throws IOException {
    checkClosed();
    out.write(value);
    streamPos++;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    checkClosed();
    out.write(bytes, offset, length);
    streamPos += length;
  }

  @Override
  public int read() {
    throw new UnsupportedOperationException("it is only written to");
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    throw new UnsupportedOperationException("it is only written to");
  }
}
