package dev.photobridge.domain.job;

import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.Cost;
import java.time.Instant;

/// A job that a worker has.
///
/// @param order what it was asked to do
/// @param attempts begun so far, this one included
/// @param cost billed by the earlier attempts
/// @param startedAt when this attempt began
public record RunningJob(JobOrder order, int attempts, Cost cost, Instant startedAt)
    implements Job {
  public RunningJob {
    if (attempts < 1) {
      throw new IllegalArgumentException("a running job has begun an attempt, not " + attempts);
    }
  }

  /// The processed photo is stored; in time or late, by the order's `answerBy`.
  ///
  /// @param billed for this attempt
  public FinishedJob succeed(MediaId result, Cost billed, Instant at) {
    return ended(new JobEnd.Succeeded(result, cost.plus(billed), order.isLateAt(at)), at);
  }

  /// There will be no photo.
  public FinishedJob fail(JobFailure failure, Instant at) {
    return ended(new JobEnd.Failed(failure.costingAlso(cost)), at);
  }

  /// Its lifetime ended while it ran.
  ///
  /// @param billed for this attempt
  public FinishedJob expire(Cost billed, Instant at) {
    return ended(new JobEnd.Expired(cost.plus(billed)), at);
  }

  /// This attempt brought nothing, another one follows.
  ///
  /// @param billed for this attempt
  public QueuedJob retry(Cost billed, Instant notBefore) {
    return new QueuedJob(order, attempts, cost.plus(billed), notBefore);
  }

  private FinishedJob ended(JobEnd end, Instant at) {
    return new FinishedJob(order, attempts, end, at);
  }

  @Override
  public JobState state() {
    return JobState.RUNNING;
  }
}
