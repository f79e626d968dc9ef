package dev.photobridge.application.port.out;

import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaObject;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// Keeps images as files, each with a row that says what it is and until when. Safe for use by many
/// threads.
public interface MediaStore {
  /// Begins a file.
  ///
  /// @throws IOException when none can be created
  MediaDraft begin() throws IOException;

  /// Keeps what was written: first the file, durably, then its row, so that no row ever points to
  /// half a file. The draft is used up.
  ///
  /// @throws IOException when the file can't be made durable
  MediaObject keep(MediaDraft draft, NewMedia media) throws IOException;

  /// The media object of this id, expired or not, or empty where there is none.
  Optional<MediaObject> find(MediaId id);

  /// The bytes of this media object; whether they still are there shows when they are opened.
  StoredFile file(MediaObject media);

  /// Changes the time from which it may be deleted; of no effect where it is gone.
  void expireAt(MediaId id, Instant expiresAt);

  /// Deletes rows and files past their time, and files without a row that are older than an hour.
  ///
  /// @return how many files were deleted
  int deleteExpired(Instant now);
}
