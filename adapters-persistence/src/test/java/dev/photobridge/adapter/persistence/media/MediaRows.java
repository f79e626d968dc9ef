package dev.photobridge.adapter.persistence.media;

import dev.photobridge.domain.media.MediaObject;
import org.jdbi.v3.core.Jdbi;

/// What tests do to rows of table `media_object` behind the store's back.
final class MediaRows {
  private MediaRows() {}

  static void delete(Jdbi jdbi, MediaObject media) {
    jdbi.useHandle(
        handle -> handle.execute("DELETE FROM media_object WHERE id = ?", media.id().value()));
  }
}
