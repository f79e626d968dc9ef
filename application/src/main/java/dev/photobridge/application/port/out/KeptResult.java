package dev.photobridge.application.port.out;

import dev.photobridge.domain.media.MediaObject;

/// What is kept of a job's result.
public sealed interface KeptResult {
  /// It is kept, with its row and its file.
  record Recorded(MediaObject media) implements KeptResult {}

  /// Its file is whole, but has no row: the server died in between. [MediaStore#adopt] gives it
  /// one; without one it is deleted when it is an hour old.
  record Unrecorded(StoredFile file) implements KeptResult {}

  /// There is none.
  record Missing() implements KeptResult {}
}
