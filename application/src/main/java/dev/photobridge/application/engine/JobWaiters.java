package dev.photobridge.application.engine;

import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Brings requests that wait for a job and the worker that ends it together; several requests may
/// wait for one job. Safe for use by many threads.
public final class JobWaiters {
  private final ConcurrentMap<JobId, List<Waiter>> waiting = new ConcurrentHashMap<>();

  /// Registers for a job's end; to be called before the job is submitted, so that no end is missed.
  /// The caller waits with it or closes it.
  public Waiter register(JobId job) {
    return registered(new Waiter(job, true));
  }

  /// Registers for the end of a job that was made for another request.
  Waiter join(JobId job) {
    return registered(new Waiter(job, false));
  }

  private Waiter registered(Waiter waiter) {
    waiting.compute(waiter.job, (_, waiters) -> with(waiters, waiter));
    return waiter;
  }

  /// Hands the ended job to the requests that wait for it.
  ///
  /// @return whether the one that it was made for gets it; false where that does not wait here, or
  ///   no more
  public boolean finished(FinishedJob job) {
    boolean taken = false;
    for (Waiter waiter : waiting.getOrDefault(job.id(), List.of())) {
      taken |= waiter.end.complete(Optional.of(job)) && waiter.isOwn;
    }
    return taken;
  }

  /// The jobs that requests wait for.
  Set<JobId> awaited() {
    return Set.copyOf(waiting.keySet());
  }

  /// How many requests wait.
  public int count() {
    return waiting.values().stream().mapToInt(List::size).sum();
  }

  private static List<Waiter> with(@Nullable List<Waiter> waiters, Waiter waiter) {
    return waiters == null
        ? List.of(waiter)
        : Stream.concat(waiters.stream(), Stream.of(waiter)).toList();
  }

  /// Completes once none of the requests that wait now waits any more.
  CompletableFuture<Void> over() {
    return CompletableFuture.allOf(
        waiting.values().stream()
            .flatMap(List::stream)
            .map(waiter -> waiter.end)
            .toArray(CompletableFuture[]::new));
  }

  private static @Nullable List<Waiter> without(List<Waiter> waiters, Waiter waiter) {
    List<Waiter> others = waiters.stream().filter(other -> other != waiter).toList();
    return others.isEmpty() ? null : others;
  }

  /// One request's wait, which needs no thread.
  public final class Waiter implements AutoCloseable {
    private final JobId job;
    private final boolean isOwn;
    private final CompletableFuture<Optional<FinishedJob>> end = new CompletableFuture<>();

    private Waiter(JobId job, boolean isOwn) {
      this.job = job;
      this.isOwn = isOwn;
    }

    /// The job as it ended, or empty when it has not within the given time; the wait is over then,
    /// and whoever ends the job learns that nobody was there to get it. The waiter need not be
    /// closed any more.
    ///
    /// The thread that ends the job or keeps the time completes it, and is not to be held up.
    public CompletableFuture<Optional<FinishedJob>> within(Duration longest) {
      return end.completeOnTimeout(Optional.empty(), longest.toNanos(), TimeUnit.NANOSECONDS)
          .whenComplete((_, _) -> close());
    }

    @Override
    public void close() {
      end.complete(Optional.empty());
      waiting.computeIfPresent(job, (_, waiters) -> without(waiters, this));
    }
  }
}
