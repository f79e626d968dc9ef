package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Takes jobs from the queue whenever a provider has a free place, and runs each on a virtual
/// thread of its own.
public final class JobEngine {
  private static final Duration LONGEST_NAP = Duration.ofMillis(250);

  /// For interrupted jobs to record their end.
  private static final Duration LAST_MOMENT = Duration.ofSeconds(2);

  private final JobQueue queue;
  private final JobRunner runner;
  private final ProviderPlaces places;
  private final WorkSignal signal;
  private final InstantSource clock;
  private final EngineTrouble trouble;
  private final ExecutorService workers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("job-", 0).factory());
  private final AtomicReference<@Nullable Thread> dispatcher = new AtomicReference<>();
  private volatile boolean stopping;

  /// An engine that is not running yet.
  ///
  /// @param signal is raised by whoever submits a job
  /// @param trouble is told of failures of the queue or of our own code
  public JobEngine(
      JobQueue queue,
      JobRunner runner,
      ProviderCatalogue catalogue,
      WorkSignal signal,
      InstantSource clock,
      EngineTrouble trouble) {
    this.queue = queue;
    this.runner = runner;
    this.places = new ProviderPlaces(catalogue);
    this.signal = signal;
    this.clock = clock;
    this.trouble = trouble;
  }

  /// Begins to take jobs.
  public void start() {
    Thread thread = Thread.ofVirtual().name("job-dispatcher").unstarted(this::dispatch);
    if (!dispatcher.compareAndSet(null, thread)) {
      throw new IllegalStateException("the engine is started once");
    }
    thread.start();
  }

  /// Accepts and takes nothing more, and lets running jobs end.
  ///
  /// @return whether all of them ended within the given time; those that did not are interrupted
  ///   and get a moment to record that
  public boolean stop(Duration grace) throws InterruptedException {
    queue.close();
    // told by a flag: an interrupt could hit a claim half-way and lose the jobs it took
    stopping = true;
    signal.raise();
    Thread thread = dispatcher.get();
    if (thread != null) {
      thread.join();
    }
    workers.shutdown();
    if (workers.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
      return true;
    }
    workers.shutdownNow();
    workers.awaitTermination(LAST_MOMENT.toMillis(), TimeUnit.MILLISECONDS);
    return false;
  }

  private void dispatch() {
    while (!stopping) {
      try {
        startClaimable();
      } catch (RuntimeException e) {
        trouble.inDispatcher(e);
      }
      try {
        signal.await(LONGEST_NAP);
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private void startClaimable() {
    Map<ProviderId, Integer> free = places.free();
    if (free.isEmpty()) {
      return;
    }
    List<JobClaim> claims = queue.claim(free, clock.instant());
    for (JobClaim claim : claims) {
      ProviderId provider = claim.job().order().setup().provider();
      places.take(provider);
      workers.execute(() -> run(claim, provider));
    }
  }

  private void run(JobClaim claim, ProviderId provider) {
    try {
      runner.run(claim);
    } catch (RuntimeException | Error e) {
      trouble.inJob(claim.job().id(), e);
    } finally {
      places.giveBack(provider);
      signal.raise();
    }
  }
}
