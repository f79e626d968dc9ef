package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.Workplaces;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Takes jobs from the queue whenever a provider has a free place, and runs each on a virtual
/// thread of its own. Most are started by the queue itself, as they are submitted or as others make
/// place; the engine looks for what time or other nodes bring.
public final class JobEngine {
  private static final Duration LONGEST_NAP = Duration.ofMillis(250);

  /// A third of a lease.
  private static final Duration RENEWAL = Duration.ofSeconds(5);

  /// How late an end that another node recorded may be seen when its message gets lost.
  private static final Duration LOOK = Duration.ofSeconds(1);

  /// For interrupted jobs to be handed back.
  private static final Duration LAST_MOMENT = Duration.ofSeconds(2);

  private final JobQueue queue;
  private final JobRunner runner;
  private final ProviderPlaces places;
  private final RemoteEnds remoteEnds;
  private final RunningClaims claims;
  private final WorkSignal signal;
  private final InstantSource clock;
  private final EngineTrouble trouble;
  private final ExecutorService workers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("job-", 0).factory());
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(
          2, Thread.ofPlatform().daemon().name("job-timer-", 0).factory());
  private final AtomicReference<@Nullable Thread> dispatcher = new AtomicReference<>();
  private volatile boolean stopping;

  /// An engine that is not running yet.
  ///
  /// @param claims the same as of the runner's ending
  /// @param signal is raised by whoever knows of a job that the queue did not start itself
  /// @param trouble is told of failures of the queue or of our own code
  public JobEngine(
      JobQueue queue,
      JobRunner runner,
      ProviderCatalogue catalogue,
      RunningClaims claims,
      WorkSignal signal,
      RemoteEnds remoteEnds,
      InstantSource clock,
      EngineTrouble trouble) {
    this.queue = queue;
    this.runner = runner;
    this.places = new ProviderPlaces(catalogue);
    this.claims = claims;
    this.signal = signal;
    this.remoteEnds = remoteEnds;
    this.clock = clock;
    this.trouble = trouble;
  }

  /// Begins to take jobs.
  public void start() {
    Thread thread = Thread.ofVirtual().name("job-dispatcher").unstarted(this::dispatch);
    if (!dispatcher.compareAndSet(null, thread)) {
      throw new IllegalStateException("the engine is started once");
    }
    every(RENEWAL, () -> claims.renew(queue));
    startLooking();
    queue.serve(new OwnPlaces());
    thread.start();
  }

  /// Begins to look for the ends of jobs that are waited for here. All that a node does that only
  /// takes photos; [#start] does it, too.
  public void startLooking() {
    every(LOOK, remoteEnds::look);
  }

  /// Accepts and takes nothing more, and lets running jobs end. A node that takes no jobs lets
  /// those end that are waited for here, as other nodes work on them.
  ///
  /// @return whether all of them ended within the given time; those that did not are interrupted
  ///   and get a moment to be handed back
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
    try {
      if (thread == null) {
        remoteEnds.awaitAll(grace);
      }
      if (workers.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
      workers.shutdownNow();
      workers.awaitTermination(LAST_MOMENT.toMillis(), TimeUnit.MILLISECONDS);
      return false;
    } finally {
      timer.shutdownNow();
    }
  }

  private void every(Duration interval, Runnable task) {
    Runnable guarded =
        () -> {
          try {
            task.run();
          } catch (RuntimeException e) {
            trouble.inDispatcher(e);
          }
        };
    var _ =
        timer.scheduleWithFixedDelay(
            guarded, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
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
    work(queue.claim(places.free(), clock.instant()));
  }

  private void work(List<JobClaim> claimed) {
    for (JobClaim claim : claimed) {
      places.take(claim);
      workers.execute(() -> run(claim));
    }
  }

  /// For the queue to claim jobs wherever one is submitted or released.
  private final class OwnPlaces implements Workplaces {
    @Override
    public Map<ProviderId, Integer> free() {
      return places.free();
    }

    @Override
    public Instant now() {
      return clock.instant();
    }

    @Override
    public void vacated(List<JobClaim> released) {
      released.forEach(places::giveBack);
    }

    @Override
    public void start(List<JobClaim> claimed) {
      work(claimed);
    }
  }

  private void run(JobClaim claim) {
    claims.begun(claim);
    try {
      runner.run(claim);
    } catch (RuntimeException | Error e) {
      trouble.inJob(claim.job().id(), e);
    } finally {
      claims.ended(claim);
      places.giveBack(claim);
    }
  }
}
