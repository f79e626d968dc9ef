package dev.photobridge.domain.job;

import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.Cost;
import java.time.Instant;

/// A job that a worker has.
///
/// @param order what it was asked to do
/// @param attempts provider calls begun, this one included
/// @param startedAt when this attempt began
public record RunningJob(JobOrder order, int attempts, Instant startedAt) implements Job {
  /// The processed photo is stored; in time or late, by the order's `answerBy`.
  public FinishedJob succeed(MediaId result, Cost cost, Instant at) {
    boolean late = at.isAfter(order.answerBy());
    return new FinishedJob(order, attempts, new JobEnd.Succeeded(result, cost, late), at);
  }

  /// There will be no photo.
  public FinishedJob fail(JobFailure failure, Instant at) {
    return new FinishedJob(order, attempts, new JobEnd.Failed(failure), at);
  }

  /// Its lifetime ended while it ran.
  public FinishedJob expire(Instant at) {
    return new FinishedJob(order, attempts, new JobEnd.Expired(), at);
  }

  /// This attempt brought nothing, another one follows.
  public QueuedJob retry(Instant notBefore) {
    return new QueuedJob(order, attempts, notBefore);
  }

  @Override
  public JobState state() {
    return JobState.RUNNING;
  }
}
