package dev.photobridge.application.port.in;

/// What came of deleting a job.
public sealed interface DeleteJobOutcome {
  /// It is gone.
  record Deleted() implements DeleteJobOutcome {}

  /// The account has no such job.
  record JobUnknown() implements DeleteJobOutcome {}

  /// The job has not ended yet.
  record NotFinished() implements DeleteJobOutcome {}
}
