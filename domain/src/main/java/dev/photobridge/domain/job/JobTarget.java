package dev.photobridge.domain.job;

/// Which of a slot's two setups a job is run with.
public enum JobTarget {
  /// The slot's provider and operation.
  MAIN,
  /// The ones that the slot names for when those fail.
  FALLBACK
}
