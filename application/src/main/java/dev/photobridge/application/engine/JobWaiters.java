package dev.photobridge.application.engine;

import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Brings requests that wait for a job and the worker that ends it together; several requests may
/// wait for one job. Safe for use by many threads.
public final class JobWaiters {
  private final ConcurrentMap<JobId, Set<Waiter>> waiting = new ConcurrentHashMap<>();

  /// Registers for a job's end; to be called before the job is submitted, so that no end is missed.
  /// The caller closes it.
  public Waiter register(JobId job) {
    var waiter = new Waiter(job);
    waiting.compute(job, (_, waiters) -> with(waiters, waiter));
    return waiter;
  }

  /// Hands the ended job to the requests that wait for it.
  ///
  /// @return whether one gets it; false where none waits here, or none any more
  public boolean finished(FinishedJob job) {
    boolean taken = false;
    for (Waiter waiter : waiting.getOrDefault(job.id(), Set.of())) {
      taken |= waiter.end.complete(job);
    }
    return taken;
  }

  /// The jobs that requests wait for.
  Set<JobId> awaited() {
    return Set.copyOf(waiting.keySet());
  }

  /// How many requests wait.
  public int count() {
    return waiting.values().stream().mapToInt(Set::size).sum();
  }

  private static Set<Waiter> with(@Nullable Set<Waiter> waiters, Waiter waiter) {
    Set<Waiter> more = waiters == null ? ConcurrentHashMap.newKeySet() : waiters;
    more.add(waiter);
    return more;
  }

  private static @Nullable Set<Waiter> without(Set<Waiter> waiters, Waiter waiter) {
    waiters.remove(waiter);
    return waiters.isEmpty() ? null : waiters;
  }

  /// One request's wait.
  public final class Waiter implements AutoCloseable {
    private final JobId job;
    private final CompletableFuture<FinishedJob> end = new CompletableFuture<>();

    private Waiter(JobId job) {
      this.job = job;
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
      waiting.computeIfPresent(job, (_, waiters) -> without(waiters, this));
    }
  }
}
