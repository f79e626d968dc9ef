package dev.photobridge.application.port.out;

import dev.photobridge.domain.job.JobId;

/// What a queue said to a job.
public sealed interface SubmitOutcome {
  /// Accepted and recorded.
  record Queued() implements SubmitOutcome {}

  /// Not accepted: another job does the same, or has done it and its result is still kept.
  record Joined(JobId job) implements SubmitOutcome {}

  /// No room.
  ///
  /// @param capacity jobs that may wait at once
  record Full(int capacity) implements SubmitOutcome {}

  /// The server is stopping.
  record Closed() implements SubmitOutcome {}
}
