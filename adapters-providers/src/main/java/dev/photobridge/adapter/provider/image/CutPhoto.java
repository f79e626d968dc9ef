package dev.photobridge.adapter.provider.image;

import dev.photobridge.application.port.out.ByteSource;

/// What came of cutting the metadata out of a photo.
public sealed interface CutPhoto {
  /// The same picture without metadata.
  ///
  /// @param bytes read from the stored photo each time they are opened, so the photo has to stay;
  ///   opening fails with an `IOException` where it is gone
  record Cut(ByteSource bytes) implements CutPhoto {}

  /// The metadata can't be told from the picture with certainty; the photo must not leave the
  /// server as it is.
  ///
  /// @param reason why, a short English phrase for the log
  record Impossible(String reason) implements CutPhoto {}
}
