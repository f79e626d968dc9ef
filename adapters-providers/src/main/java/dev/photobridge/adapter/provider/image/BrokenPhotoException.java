package dev.photobridge.adapter.provider.image;

import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.PhotoRefusal;

/// Ends the reading of a photo that breaks the rules of its format. Caught within this package,
/// where it becomes an outcome.
final class BrokenPhotoException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final String CUT_OFF = "its end is missing";

  private final boolean truncated;

  private BrokenPhotoException(String reason, boolean truncated) {
    super(reason, null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
    this.truncated = truncated;
  }

  /// The file ends before the picture does.
  static BrokenPhotoException truncated() {
    return new BrokenPhotoException(CUT_OFF, /* truncated= */ true);
  }

  /// The bytes contradict the format.
  ///
  /// @param reason what is broken, a short English phrase
  static BrokenPhotoException unreadable(String reason) {
    return new BrokenPhotoException(reason, /* truncated= */ false);
  }

  /// What is broken, a short English phrase.
  String reason() {
    return String.valueOf(getMessage());
  }

  /// Why a photo that began like this type is not taken.
  PhotoRefusal refusal(MediaType type) {
    return truncated
        ? new PhotoRefusal.Truncated(type)
        : new PhotoRefusal.Unreadable(type, reason());
  }
}
