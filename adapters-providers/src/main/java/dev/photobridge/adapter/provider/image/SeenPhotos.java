package dev.photobridge.adapter.provider.image;

import dev.photobridge.application.port.out.StoredFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What will stay of the JPEGs that were inspected lately, so that their pixels need not be looked
/// through again before they are sent. Bounded; whoever finds nothing here looks. Safe for use by
/// many threads.
public final class SeenPhotos {
  private static final int MOST_PHOTOS = 1024;
  private static final int MOST_PIECES = 16;

  private final Map<Object, List<Piece>> byIdentity = new Latest();

  /// Keeps the pieces of a photo, unless there are unusually many or it can't be told from others.
  void remember(StoredFile file, PieceList pieces) throws IOException {
    Optional<List<Piece>> few = pieces.within(MOST_PIECES);
    Optional<Object> identity = few.isPresent() ? file.identity() : Optional.empty();
    if (identity.isPresent()) {
      synchronized (byIdentity) {
        byIdentity.put(identity.get(), few.get());
      }
    }
  }

  /// The pieces of this very photo.
  Optional<List<Piece>> pieces(StoredFile file) throws IOException {
    Optional<Object> identity = file.identity();
    synchronized (byIdentity) {
      return identity.map(byIdentity::get);
    }
  }

  private static final class Latest extends LinkedHashMap<Object, List<Piece>> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Object, List<Piece>> eldest) {
      return size() > MOST_PHOTOS;
    }
  }
}
