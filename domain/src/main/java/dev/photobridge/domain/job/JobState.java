package dev.photobridge.domain.job;

/// The names of the states of a job, as tables and the API have them.
public enum JobState {
  /// Waits for a free place at its provider, or for its next attempt.
  QUEUED,
  /// A worker has it.
  RUNNING,
  /// The provider has accepted it and answers later.
  WAITING_PROVIDER,
  /// Ended with a processed photo in time.
  SUCCEEDED,
  /// Ended with a processed photo after the booth had its answer.
  SUCCEEDED_LATE,
  /// Ended without a photo.
  FAILED,
  /// Given up at the end of its lifetime.
  EXPIRED;

  /// Whether it is an end: jobs stay in it.
  public boolean isFinal() {
    return switch (this) {
      case QUEUED, RUNNING, WAITING_PROVIDER -> false;
      case SUCCEEDED, SUCCEEDED_LATE, FAILED, EXPIRED -> true;
    };
  }
}
