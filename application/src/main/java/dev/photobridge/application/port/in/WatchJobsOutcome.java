package dev.photobridge.application.port.in;

import dev.photobridge.application.port.in.WatchJobsUseCase.JobEvents;

/// What came of the wish to watch jobs.
public sealed interface WatchJobsOutcome {
  /// It is watched; the caller closes it.
  record Watching(JobEvents events) implements WatchJobsOutcome {}

  /// The account has no such job.
  record JobUnknown() implements WatchJobsOutcome {}

  /// The account watches as much as it may.
  ///
  /// @param most watches of an account at once
  record TooMany(int most) implements WatchJobsOutcome {}

  /// The server is stopping.
  record Stopping() implements WatchJobsOutcome {}
}
