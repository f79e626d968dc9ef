package dev.photobridge.application.engine;

import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Brings requests that wait for a job and the worker that ends it together. Safe for use by many
/// threads.
public final class JobWaiters {
  private final ConcurrentMap<JobId, CompletableFuture<FinishedJob>> waiting =
      new ConcurrentHashMap<>();

  /// Registers for a job's end; to be called before the job is submitted, so that no end is missed.
  /// The caller closes it.
  public Waiter register(JobId job) {
    var end = new CompletableFuture<FinishedJob>();
    waiting.put(job, end);
    return new Waiter(job, end);
  }

  /// Hands the ended job to the request that waits for it.
  ///
  /// @return whether one gets it; false where none waits here, or none any more
  public boolean finished(FinishedJob job) {
    var end = waiting.get(job.id());
    return end != null && end.complete(job);
  }

  /// How many requests wait.
  public int count() {
    return waiting.size();
  }

  /// One request's wait.
  public final class Waiter implements AutoCloseable {
    private final JobId job;
    private final CompletableFuture<FinishedJob> end;

    private Waiter(JobId job, CompletableFuture<FinishedJob> end) {
      this.job = job;
      this.end = end;
    }

    /// The job as it ended, or empty when it has not within the given time; the wait is over then,
    /// and whoever ends the job learns that nobody was there to get it.
    public Optional<FinishedJob> await(Duration longest) throws InterruptedException {
      try {
        return Optional.of(end.get(longest.toNanos(), TimeUnit.NANOSECONDS));
      } catch (TimeoutException _) {
        return end.cancel(false) ? Optional.empty() : Optional.of(end.join());
      } catch (ExecutionException e) {
        throw new IllegalStateException("a job's end is never completed with a failure", e);
      }
    }

    @Override
    public void close() {
      end.cancel(false);
      waiting.remove(job, end);
    }
  }
}
