package dev.photobridge.adapter.provider.image;

import dev.photobridge.application.port.out.ByteSource;
import dev.photobridge.application.port.out.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// A photo made of pieces of a stored one.
record PieceSource(StoredFile file, List<Piece> pieces) implements ByteSource {
  PieceSource {
    pieces = List.copyOf(pieces);
  }

  @Override
  public long size() {
    return pieces.stream().mapToLong(Piece::length).sum();
  }

  @Override
  public InputStream open() throws IOException {
    return new PieceStream(file.openChannel(), pieces);
  }
}
