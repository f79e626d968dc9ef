package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.SubmitOutcome;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.QueuedJob;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
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

  /// Queues the job. What comes of it is told by a thread that may not be held up.
  ///
  /// @param timeLeft how long to wait, asked once the job is queued
  public CompletableFuture<Outcome> run(JobOrder order, Supplier<Duration> timeLeft) {
    JobWaiters.Waiter waiter = waiters.register(order.id());
    return switch (submitted(order, waiter)) {
      case SubmitOutcome.Queued _ -> ended(order.id(), waiter, timeLeft.get());
      case SubmitOutcome.Joined joined -> join(joined.job(), timeLeft);
      case SubmitOutcome.Full _ -> CompletableFuture.completedFuture(new Outcome.Full());
      case SubmitOutcome.Closed _ -> CompletableFuture.completedFuture(new Outcome.Closed());
    };
  }

  private SubmitOutcome submitted(JobOrder order, JobWaiters.Waiter waiter) {
    boolean queued = false;
    try {
      SubmitOutcome outcome = queue.submit(QueuedJob.accepted(order));
      queued = outcome instanceof SubmitOutcome.Queued;
      return outcome;
    } finally {
      if (!queued) {
        waiter.close();
      }
    }
  }

  private CompletableFuture<Outcome> join(JobId job, Supplier<Duration> timeLeft) {
    JobWaiters.Waiter waiter = waiters.join(job);
    boolean open = false;
    try {
      // it may have ended before this request began to wait for it
      if (jobs.find(job).orElse(null) instanceof FinishedJob finished) {
        return CompletableFuture.completedFuture(new Outcome.Ended(finished));
      }
      open = true;
      return ended(job, waiter, timeLeft.get());
    } finally {
      if (!open) {
        waiter.close();
      }
    }
  }

  private static CompletableFuture<Outcome> ended(
      JobId job, JobWaiters.Waiter waiter, Duration longest) {
    return waiter
        .within(longest)
        .thenApply(
            ended ->
                ended.<Outcome>map(Outcome.Ended::new).orElseGet(() -> new Outcome.StillOpen(job)));
  }
}
