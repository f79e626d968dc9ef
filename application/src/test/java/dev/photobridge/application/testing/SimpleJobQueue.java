package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.CallNotes;
import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.SubmitOutcome;
import dev.photobridge.application.port.out.Workplaces;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.CallTimes;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueueLoad;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.ReleasedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.job.StartSelection;
import dev.photobridge.domain.job.WaitingJob;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.provider.RateWindow;
import dev.photobridge.domain.slot.SlotAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The plainest queue that keeps its contract: the record of jobs is all it has, one lock around
/// everything; with places where a test can make it do something else.
public final class SimpleJobQueue implements JobQueue {
  private final InMemoryJobRepository jobs;
  private final ProviderCatalogue catalogue;
  private final int capacity;
  private final Set<JobClaim> claimed = new HashSet<>();
  private volatile Runnable beforeSubmit = () -> {};
  private volatile Runnable beforeClaim = () -> {};
  private volatile Runnable beforeRelease = () -> {};
  private volatile Runnable afterPark = () -> {};
  private volatile Runnable afterClose = () -> {};
  private @Nullable Workplaces places;
  private boolean closed;

  public SimpleJobQueue(InMemoryJobRepository jobs, ProviderCatalogue catalogue, int capacity) {
    this.jobs = jobs;
    this.catalogue = catalogue;
    this.capacity = capacity;
  }

  /// Equal to nothing but itself.
  private static final class Claim implements JobClaim {
    private final RunningJob job;
    private final CallNotes call = new CallNotes();

    private Claim(RunningJob job) {
      this.job = job;
    }

    @Override
    public RunningJob job() {
      return job;
    }

    @Override
    public CallNotes call() {
      return call;
    }
  }

  @Override
  public synchronized void serve(Workplaces served) {
    places = served;
  }

  @Override
  public SubmitOutcome submit(QueuedJob job) {
    beforeSubmit.run();
    SubmitOutcome outcome = added(job);
    startReady(List.of());
    return outcome;
  }

  private SubmitOutcome added(QueuedJob job) {
    synchronized (this) {
      if (closed) {
        return new SubmitOutcome.Closed();
      }
      Optional<JobId> same =
          job.order().duplicate().flatMap(key -> jobs.findDuplicate(key, job.order().receivedAt()));
      if (same.isPresent()) {
        return new SubmitOutcome.Joined(same.get());
      }
      if (waiting().size() >= capacity) {
        return new SubmitOutcome.Full(capacity);
      }
      jobs.insert(job);
      return new SubmitOutcome.Queued();
    }
  }

  @Override
  public synchronized QueueLoad load(ProviderId provider, SlotAddress slot, Instant now) {
    Predicate<Job> atProvider = job -> job.setup().provider().equals(provider);
    Predicate<Job> inSlot = job -> job.order().slot().equals(slot);
    return new QueueLoad(
        waiting().size(),
        capacity,
        count(waiting(), atProvider),
        count(placed(), atProvider),
        count(waiting(), inSlot),
        count(placed(), inSlot),
        jobs.usage(provider, dayStart(provider, now), now),
        jobs.averageTokens(provider));
  }

  @Override
  public List<JobClaim> claim(Map<ProviderId, Integer> freePlaces, Instant now) {
    beforeClaim.run();
    synchronized (this) {
      var claims = new ArrayList<JobClaim>();
      jobs.open().stream()
          .filter(job -> job instanceof WaitingJob parked && !parked.checkAt().isAfter(now))
          .forEach(job -> claims.add(claimed(((WaitingJob) job).resume())));
      var inSlot = new HashMap<SlotAddress, Integer>();
      placed().forEach(job -> inSlot.merge(job.order().slot(), 1, Integer::sum));
      List<QueuedJob> ready =
          waiting().stream().filter(job -> !job.notBefore().isAfter(now)).toList();
      for (QueuedJob job : StartSelection.of(ready, places(freePlaces, now), inSlot)) {
        claims.add(claimed(job.start(now)));
      }
      return claims;
    }
  }

  @Override
  public synchronized List<JobClaim> renew(Collection<JobClaim> claims) {
    return claims.stream().filter(claim -> !claimed.contains(claim)).toList();
  }

  @Override
  public boolean release(JobClaim claim, ReleasedJob job, AttemptEnd attempt, Instant now) {
    beforeRelease.run();
    synchronized (this) {
      if (!claimed.remove(claim)) {
        return false;
      }
      jobs.release(job, attempt, claim.call().times(), now);
    }
    startReady(List.of(claim));
    return true;
  }

  @Override
  public boolean park(JobClaim claim, WaitingJob job) {
    synchronized (this) {
      if (!claimed.remove(claim)) {
        return false;
      }
      jobs.park(job, claim.call().times());
    }
    afterPark.run();
    startReady(List.of(claim));
    return true;
  }

  @Override
  public synchronized boolean wake(JobId id, Instant now) {
    if (!(jobs.find(id).orElse(null) instanceof WaitingJob job)) {
      return false;
    }
    jobs.park(job.wake(now), CallTimes.NONE);
    return true;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      places = null;
    }
    afterClose.run();
  }

  private synchronized void startReady(List<JobClaim> released) {
    Workplaces served = places;
    if (served != null) {
      served.vacated(released);
      try {
        served.start(claim(served.free(), served.now()));
      } catch (RuntimeException _) {
        // the next claim finds them
      }
    }
  }

  /// Somebody else takes what is claimed here.
  public synchronized void loseClaims() {
    claimed.clear();
  }

  /// Runs at the beginning of each submission.
  public void beforeSubmit(Runnable action) {
    beforeSubmit = action;
  }

  /// Runs at the beginning of each claim.
  public void beforeClaim(Runnable action) {
    beforeClaim = action;
  }

  /// Runs before a job is released.
  public void beforeRelease(Runnable action) {
    beforeRelease = action;
  }

  /// Runs once a job waits for its provider's answer.
  public void afterPark(Runnable action) {
    afterPark = action;
  }

  /// Runs once the queue is closed.
  public void afterClose(Runnable action) {
    afterClose = action;
  }

  private Map<ProviderId, Integer> places(Map<ProviderId, Integer> freePlaces, Instant now) {
    var places = new HashMap<ProviderId, Integer>();
    freePlaces.forEach(
        (id, free) -> {
          Provider provider = catalogue.provider(id).orElseThrow();
          int unused =
              provider.ingest().maxParallelJobs()
                  - count(placed(), job -> job.setup().provider().equals(id));
          int starts =
              new RateWindow(provider.limits())
                  .startsAllowed(jobs.usage(id, dayStart(id, now), now), jobs.averageTokens(id));
          places.put(id, Math.min(free, Math.min(unused, starts)));
        });
    return places;
  }

  private Instant dayStart(ProviderId id, Instant now) {
    return RateWindow.dayStart(now, catalogue.provider(id).orElseThrow().limits().dayZone());
  }

  private List<QueuedJob> waiting() {
    return jobs.open().stream()
        .filter(QueuedJob.class::isInstance)
        .map(QueuedJob.class::cast)
        .toList();
  }

  private List<Job> placed() {
    return jobs.open().stream().filter(job -> !(job instanceof QueuedJob)).toList();
  }

  private static int count(List<? extends Job> jobs, Predicate<Job> which) {
    return Math.toIntExact(jobs.stream().filter(which).count());
  }

  private JobClaim claimed(RunningJob job) {
    jobs.start(job);
    var claim = new Claim(job);
    claimed.add(claim);
    return claim;
  }
}
