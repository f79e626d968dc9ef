package dev.photobridge.domain.provider;

/// Whether a provider's photos have a chance now, as far as recent calls tell.
public enum ProviderCondition {
  /// It works, or nobody has tried yet.
  AVAILABLE,
  /// It did not work lately; one photo, under way or the next to come, finds out whether it does.
  PROBING,
  /// It can't be reached or is overloaded; its photos fail at once.
  UNAVAILABLE,
  /// The quota of one of its models, or the credit, is used up; that model's photos fail at once.
  QUOTA_EXHAUSTED,
  /// It did not accept our key lately.
  KEY_REJECTED
}
