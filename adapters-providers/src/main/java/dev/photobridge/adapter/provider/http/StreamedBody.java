package dev.photobridge.adapter.provider.http;

import dev.photobridge.application.port.out.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request's body of known size with images in it. It holds its texts alone; the images are read
/// from their sources each time it is opened.
public final class StreamedBody implements ByteSource {
  private final List<ByteSource> pieces;

  StreamedBody(List<ByteSource> pieces) {
    this.pieces = List.copyOf(pieces);
  }

  @Override
  public long size() {
    return pieces.stream().mapToLong(ByteSource::size).sum();
  }

  @Override
  public InputStream open() {
    return new Pieces(pieces.iterator());
  }

  /// One piece after the other, each opened when its turn comes.
  private static final class Pieces extends InputStream {
    private final Iterator<ByteSource> rest;
    private @Nullable InputStream piece;

    Pieces(Iterator<ByteSource> rest) {
      this.rest = rest;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      while (true) {
        if (piece == null) {
          if (!rest.hasNext()) {
            return -1;
          }
          piece = rest.next().open();
        }
        int count = piece.read(into, offset, length);
        if (count >= 0) {
          return count;
        }
        close();
      }
    }

    @Override
    public void close() throws IOException {
      if (piece != null) {
        piece.close();
        piece = null;
      }
    }
  }
}
