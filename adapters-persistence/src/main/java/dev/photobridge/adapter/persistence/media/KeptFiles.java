package dev.photobridge.adapter.persistence.media;

import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.media.MediaObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// The place where kept files lie, each under a path that [MediaPaths] makes. Safe for use by many
/// threads.
interface KeptFiles {
  /// Brings a written file to its place, whole or not at all, and over one of the same path. The
  /// written file may be gone afterwards.
  void put(Path written, MediaObject media) throws IOException;

  /// The bytes of this media object.
  StoredFile file(MediaObject media);

  /// The bytes at this path, which was found before.
  StoredFile file(FoundFile found);

  /// All whole files whose paths begin so.
  List<FoundFile> startingWith(String start) throws IOException;

  /// All files that were written before this moment.
  List<String> writtenBefore(Instant moment) throws IOException;

  /// Deletes a file.
  ///
  /// @return whether it was there, as far as the place tells
  boolean delete(String path) throws IOException;

  /// A file that is there.
  record FoundFile(String path, long size) {}
}
