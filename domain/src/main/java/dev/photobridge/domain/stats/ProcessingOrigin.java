package dev.photobridge.domain.stats;

/// Who had a photo processed.
public enum ProcessingOrigin {
  /// A booth.
  BOOTH,
  /// An operator, who tried a slot or ran a job again.
  OPERATOR
}
