package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.SubmitOutcome;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.QueuedJob;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Queues jobs for requests that wait for their end. Safe for use by many threads.
public final class AwaitedJobs {
  private final JobQueue queue;
  private final WorkSignal signal;
  private final JobWaiters waiters;

  public AwaitedJobs(JobQueue queue, WorkSignal signal, JobWaiters waiters) {
    this.queue = queue;
    this.signal = signal;
    this.waiters = waiters;
  }

  /// What came of a job within its request's time.
  public sealed interface Outcome {
    /// It ended.
    record Ended(FinishedJob job) implements Outcome {}

    /// It has not ended yet, and goes on.
    record StillOpen() implements Outcome {}

    /// It was not accepted: no room.
    record Full() implements Outcome {}

    /// It was not accepted: the server is stopping.
    record Closed() implements Outcome {}
  }

  /// Whether a job would be refused for want of room now.
  public boolean isFull() {
    return queue.isFull();
  }

  /// Queues the job and waits.
  ///
  /// @param timeLeft how long to wait, asked once the job is queued
  public Outcome run(JobOrder order, Supplier<Duration> timeLeft) throws InterruptedException {
    try (JobWaiters.Waiter waiter = waiters.register(order.id())) {
      return switch (queue.submit(QueuedJob.accepted(order))) {
        case SubmitOutcome.Queued _ -> {
          signal.raise();
          Optional<FinishedJob> ended = waiter.await(timeLeft.get());
          yield ended.<Outcome>map(Outcome.Ended::new).orElseGet(Outcome.StillOpen::new);
        }
        case SubmitOutcome.Full _ -> new Outcome.Full();
        case SubmitOutcome.Closed _ -> new Outcome.Closed();
      };
    }
  }
}
