package dev.photobridge.domain.job;

/// A photo on its way through a provider. Each state is a type, and only the transitions that are
/// methods here exist; the drawing is in `docs/architecture.md`.
public sealed interface Job permits QueuedJob, RunningJob, FinishedJob {
  /// What it was asked to do.
  JobOrder order();

  /// Provider calls begun so far.
  int attempts();

  /// The state's name in tables and the API.
  JobState state();

  /// Its name.
  default JobId id() {
    return order().id();
  }
}
