package dev.photobridge.application.port.in;

/// What came of having a job run again.
public sealed interface RerunJobOutcome {
  /// There is a new job.
  record Queued(JobView job) implements RerunJobOutcome {}

  /// The account has no such job.
  record JobUnknown() implements RerunJobOutcome {}

  /// The job has not ended yet.
  record NotFinished() implements RerunJobOutcome {}

  /// Its photo has been deleted.
  record SourceDeleted() implements RerunJobOutcome {}

  /// Too many jobs wait already.
  record QueueFull() implements RerunJobOutcome {}

  /// The server is stopping.
  record Stopping() implements RerunJobOutcome {}
}
