package dev.photobridge.adapter.http.call;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that does something at each read of a block; to read one byte is to read a block of
/// one.
public abstract class BlockInputStream extends FilterInputStream {
  /// Reads from this stream.
  protected BlockInputStream(InputStream in) {
    super(in);
  }

  @Override
  public final int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public abstract int read(byte[] bytes, int offset, int length) throws IOException;
}
