package dev.photobridge.domain.job;

import java.time.Instant;

/// A job that waits for a worker.
///
/// @param order what it was asked to do
/// @param progress how far it has come; with attempts when it waits to be tried again
/// @param notBefore it must not start earlier
public record QueuedJob(JobOrder order, JobProgress progress, Instant notBefore)
    implements ReleasedJob {
  /// A job just accepted.
  public static QueuedJob accepted(JobOrder order) {
    return new QueuedJob(order, JobProgress.NONE, order.receivedAt());
  }

  /// A worker takes it: the attempt counts from here, so that a crash in the middle of it counts
  /// too.
  public RunningJob start(Instant at) {
    return new RunningJob(order, progress.begun(), at, null);
  }

  /// It can't be run any more, such as after a crash of a server that keeps its queue in memory.
  public FinishedJob fail(JobFailure failure, Instant at) {
    return new FinishedJob(order, progress.billed(failure.cost()), new JobEnd.Failed(failure), at);
  }

  @Override
  public JobState state() {
    return JobState.QUEUED;
  }
}
