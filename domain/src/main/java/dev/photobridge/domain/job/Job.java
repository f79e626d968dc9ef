package dev.photobridge.domain.job;

import dev.photobridge.domain.provider.Cost;

/// A photo on its way through a provider. Each state is a type, and only the transitions that are
/// methods here exist; the drawing is in `docs/architecture.md`.
public sealed interface Job permits QueuedJob, RunningJob, FinishedJob {
  /// What it was asked to do.
  JobOrder order();

  /// Attempts begun so far: each is at most one provider call.
  int attempts();

  /// What those attempts were billed, as far as is known yet.
  Cost cost();

  /// The state's name in tables and the API.
  JobState state();

  /// Its name.
  default JobId id() {
    return order().id();
  }
}
