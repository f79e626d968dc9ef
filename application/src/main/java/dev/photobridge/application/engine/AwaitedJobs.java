package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.SubmitOutcome;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.QueuedJob;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Queues jobs for requests that wait for their end. Safe for use by many threads.
public final class AwaitedJobs {
  private final JobQueue queue;
  private final JobRepository jobs;
  private final JobWaiters waiters;

  public AwaitedJobs(JobQueue queue, JobRepository jobs, JobWaiters waiters) {
    this.queue = queue;
    this.jobs = jobs;
    this.waiters = waiters;
  }

  /// What came of a job within its request's time.
  public sealed interface Outcome {
    /// It ended. Its id is not the order's where the order was joined to another one's job.
    record Ended(FinishedJob job) implements Outcome {}

    /// It has not ended yet, and goes on.
    ///
    /// @param job the order's own, or the one it was joined to
    record StillOpen(JobId job) implements Outcome {}

    /// It was not accepted: no room.
    record Full() implements Outcome {}

    /// It was not accepted: the server is stopping.
    record Closed() implements Outcome {}
  }

  /// Queues the job and waits.
  ///
  /// @param timeLeft how long to wait, asked once the job is queued
  public Outcome run(JobOrder order, Supplier<Duration> timeLeft) throws InterruptedException {
    try (JobWaiters.Waiter waiter = waiters.register(order.id())) {
      return switch (queue.submit(QueuedJob.accepted(order))) {
        case SubmitOutcome.Queued _ -> ended(order.id(), waiter, timeLeft);
        case SubmitOutcome.Joined joined -> join(joined.job(), timeLeft);
        case SubmitOutcome.Full _ -> new Outcome.Full();
        case SubmitOutcome.Closed _ -> new Outcome.Closed();
      };
    }
  }

  private Outcome join(JobId job, Supplier<Duration> timeLeft) throws InterruptedException {
    try (JobWaiters.Waiter waiter = waiters.register(job)) {
      // it may have ended before this request began to wait for it
      return jobs.find(job).orElse(null) instanceof FinishedJob finished
          ? new Outcome.Ended(finished)
          : ended(job, waiter, timeLeft);
    }
  }

  private static Outcome ended(JobId job, JobWaiters.Waiter waiter, Supplier<Duration> timeLeft)
      throws InterruptedException {
    Optional<FinishedJob> ended = waiter.await(timeLeft.get());
    return ended.<Outcome>map(Outcome.Ended::new).orElseGet(() -> new Outcome.StillOpen(job));
  }
}
