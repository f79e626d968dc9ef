package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.application.port.out.CallNotes;
import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.SubmitOutcome;
import dev.photobridge.application.port.out.Workplaces;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.DuplicateKey;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueueLoad;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.ReleasedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.job.WaitingJob;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.provider.ProviderUsage;
import dev.photobridge.domain.slot.SlotAddress;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A queue in this process. Jobs are recorded in the repository, so that they can be looked at, but
/// what is open when the process dies does not run again. The repository is never called under the
/// lock of the open jobs.
public final class InMemoryJobQueue implements JobQueue {
  private final JobRepository jobs;
  private final ProviderStarts starts;
  private final ProviderStarts.Ledger ledger;
  private final OpenJobs open;
  private final ServedPlaces served = new ServedPlaces();
  private final Set<JobClaim> claims = new HashSet<>();

  /// Claims whose end is being recorded: nobody else may end them, and they are not lost.
  private final Set<JobClaim> ending = new HashSet<>();

  /// @param jobs records every change
  /// @param catalogue the providers' limits
  /// @param capacity jobs that may wait at once; claimed ones don't count
  public InMemoryJobQueue(JobRepository jobs, ProviderCatalogue catalogue, int capacity) {
    this.jobs = jobs;
    this.starts = new ProviderStarts(catalogue);
    this.ledger = ledgerOf(jobs);
    this.open = new OpenJobs(capacity);
  }

  /// A hold that is good as long as it is among the claims; equal to nothing but itself.
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
  public void serve(Workplaces places) {
    served.serve(places);
  }

  @Override
  public SubmitOutcome submit(QueuedJob job) {
    Optional<JobId> done = job.order().duplicate().flatMap(key -> kept(key, job));
    if (done.isPresent()) {
      return new SubmitOutcome.Joined(done.get());
    }
    SubmitOutcome outcome = open.reserve(job);
    if (outcome instanceof SubmitOutcome.Queued) {
      boolean recorded = false;
      try {
        jobs.insert(job);
        recorded = true;
      } finally {
        open.settle(job, recorded);
      }
      startReady(List.of());
    }
    return outcome;
  }

  /// Open jobs are found among the open ones, which know of those being recorded too.
  private Optional<JobId> kept(DuplicateKey key, QueuedJob job) {
    return jobs.findDuplicate(key, job.order().receivedAt());
  }

  @Override
  public QueueLoad load(ProviderId provider, SlotAddress slot, Instant now) {
    return open.load(
        provider,
        slot,
        starts.usage(provider, ledger, now),
        starts.averageTokens(provider, ledger));
  }

  @Override
  public List<JobClaim> claim(Map<ProviderId, Integer> freePlaces, Instant now) {
    var claimed = new ArrayList<JobClaim>();
    Map<ProviderId, Integer> allowed =
        open.hasReady(now) ? starts.of(freePlaces, ledger, now) : Map.of();
    var taken = new ArrayDeque<>(open.take(allowed, starts::parallelLimit, now));
    try {
      while (!taken.isEmpty()) {
        claimed.add(recorded(begun(taken.element(), now)));
        taken.remove();
      }
    } catch (RuntimeException e) {
      taken.forEach(open::putBack);
      // those that are held must reach their worker; the trouble will show at the next claim
      if (claimed.isEmpty()) {
        throw e;
      }
    }
    return List.copyOf(claimed);
  }

  @Override
  public List<JobClaim> renew(Collection<JobClaim> held) {
    synchronized (claims) {
      return held.stream()
          .filter(claim -> !claims.contains(claim) && !ending.contains(claim))
          .toList();
    }
  }

  @Override
  public boolean release(JobClaim claim, ReleasedJob job, AttemptEnd attempt, Instant now) {
    return letGo(claim, job, () -> jobs.release(job, attempt, claim.call().times(), now));
  }

  @Override
  public boolean park(JobClaim claim, WaitingJob job) {
    return letGo(claim, job, () -> jobs.park(job, claim.call().times()));
  }

  @Override
  public boolean wake(JobId job, Instant now) {
    return open.wake(job, now);
  }

  @Override
  public void close() {
    open.close();
    served.close();
  }

  private static RunningJob begun(ReleasedJob job, Instant now) {
    return switch (job) {
      case QueuedJob queued -> queued.start(now);
      case WaitingJob waiting -> waiting.resume();
      case FinishedJob finished ->
          throw new IllegalStateException("job " + finished.id() + " has ended");
    };
  }

  /// What can't be started now, such as for an outage, is found by the next claim.
  private void startReady(List<JobClaim> released) {
    var _ =
        served.take(
            released,
            offer -> {
              try {
                return new ServedPlaces.Turn<>(true, claim(offer.free(), offer.now()));
              } catch (RuntimeException _) {
                return new ServedPlaces.Turn<>(false, List.of());
              }
            });
  }

  private JobClaim recorded(RunningJob job) {
    jobs.start(job);
    var claim = new Claim(job);
    synchronized (claims) {
      claims.add(claim);
    }
    return claim;
  }

  private boolean letGo(JobClaim claim, ReleasedJob job, Runnable record) {
    synchronized (claims) {
      if (!claims.remove(claim)) {
        return false;
      }
      ending.add(claim);
    }
    boolean recorded = false;
    try {
      record.run();
      recorded = true;
    } finally {
      if (recorded) {
        open.released(job);
      }
      synchronized (claims) {
        ending.remove(claim);
        if (!recorded) {
          // it can be tried again
          claims.add(claim);
        }
      }
    }
    startReady(List.of(claim));
    return true;
  }

  private static ProviderStarts.Ledger ledgerOf(JobRepository jobs) {
    return new ProviderStarts.Ledger() {
      @Override
      public ProviderUsage usage(ProviderId provider, Instant dayStart, Instant now) {
        return jobs.usage(provider, dayStart, now);
      }

      @Override
      public long averageTokens(ProviderId provider) {
        return jobs.averageTokens(provider);
      }
    };
  }
}
