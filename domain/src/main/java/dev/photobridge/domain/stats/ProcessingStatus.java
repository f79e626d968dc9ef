package dev.photobridge.domain.stats;

/// What the booth got.
public enum ProcessingStatus {
  /// The processed photo.
  SUCCESS,
  /// An error.
  ERROR,
  /// No answer in time, even if the photo came later.
  TIMEOUT
}
