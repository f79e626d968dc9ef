package dev.photobridge.domain.job;

import dev.photobridge.domain.provider.Cost;
import java.time.Instant;

/// A job that waits for a worker.
///
/// @param order what it was asked to do
/// @param attempts begun so far; above 0 when it waits to be tried again
/// @param cost billed by those attempts
/// @param notBefore it must not start earlier
public record QueuedJob(JobOrder order, int attempts, Cost cost, Instant notBefore) implements Job {
  public QueuedJob {
    if (attempts < 0) {
      throw new IllegalArgumentException("attempts can't be negative: " + attempts);
    }
  }

  /// A job just accepted.
  public static QueuedJob accepted(JobOrder order) {
    return new QueuedJob(order, 0, Cost.ZERO, order.receivedAt());
  }

  /// A worker takes it: the attempt counts from here, so that a crash in the middle of it counts
  /// too.
  public RunningJob start(Instant at) {
    return new RunningJob(order, attempts + 1, cost, at);
  }

  /// It can't be run any more, such as after a crash of a server that keeps its queue in memory.
  public FinishedJob fail(JobFailure failure, Instant at) {
    return new FinishedJob(order, attempts, new JobEnd.Failed(failure.costingAlso(cost)), at);
  }

  @Override
  public JobState state() {
    return JobState.QUEUED;
  }
}
