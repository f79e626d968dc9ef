package dev.photobridge.application.port.in;

import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.PhotoRefusal;

/// What came of uploading an image.
public sealed interface RegisterMediaOutcome {
  /// It is kept.
  record Registered(MediaObject media) implements RegisterMediaOutcome {}

  /// The form is not acceptable.
  record UploadRejected(UploadRejection why) implements RegisterMediaOutcome {}

  /// The image is not acceptable.
  record Refused(PhotoRefusal why) implements RegisterMediaOutcome {}
}
