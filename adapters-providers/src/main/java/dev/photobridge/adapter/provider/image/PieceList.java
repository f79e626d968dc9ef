package dev.photobridge.adapter.provider.image;

import dev.photobridge.application.port.out.StoredFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects what a cut photo consists of, from its first byte on. Neighbouring stretches of the
/// file become one piece, and there is a bound to their number.
final class PieceList {
  private static final int MAX_PIECES = 10_000;

  private final List<Piece> pieces = new ArrayList<>();
  private boolean tooMany;

  /// Goes on with a stretch of the file, from `start` inclusive to `end` exclusive.
  void keep(long start, long end) {
    if (start == end) {
      return;
    }
    if (!pieces.isEmpty()
        && pieces.getLast() instanceof Piece.Stretch(long before, long length)
        && before + length == start) {
      pieces.removeLast();
      add(new Piece.Stretch(before, end - before));
    } else {
      add(new Piece.Stretch(start, end - start));
    }
  }

  /// Goes on with these bytes.
  void insert(byte... bytes) {
    add(new Piece.Literal(bytes));
  }

  /// Goes on with so many zero bytes.
  void blank(long length) {
    if (length > 0) {
      add(new Piece.Zeros(length));
    }
  }

  private void add(Piece piece) {
    if (pieces.size() < MAX_PIECES) {
      pieces.add(piece);
    } else {
      tooMany = true;
    }
  }

  /// The pieces, if there are no more of them than this.
  Optional<List<Piece>> within(int most) {
    return tooMany || pieces.size() > most ? Optional.empty() : Optional.of(List.copyOf(pieces));
  }

  /// The photo that these pieces of the file make up.
  CutPhoto of(StoredFile file) {
    return tooMany
        ? new CutPhoto.Impossible("metadata in too many places")
        : new CutPhoto.Cut(new PieceSource(file, pieces));
  }
}
