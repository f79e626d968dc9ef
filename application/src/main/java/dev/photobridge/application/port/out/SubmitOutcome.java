package dev.photobridge.application.port.out;

/// What a queue said to a job.
public sealed interface SubmitOutcome {
  /// Accepted and recorded.
  record Queued() implements SubmitOutcome {}

  /// No room.
  ///
  /// @param capacity jobs that may wait at once
  record Full(int capacity) implements SubmitOutcome {}

  /// The server is stopping.
  record Closed() implements SubmitOutcome {}
}
