package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.SubmitOutcome;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.provider.ProviderId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A queue in this process. Jobs are recorded in the repository, so that they can be looked at, but
/// what is open when the process dies does not run again. The repository is never called under the
/// lock.
public final class InMemoryJobQueue implements JobQueue {
  private final JobRepository jobs;
  private final int capacity;
  private final Map<ProviderId, WaitingJobs> waiting = new HashMap<>();
  private final Map<JobId, Claim> claimed = new HashMap<>();
  private int waitingCount;
  private boolean closed;

  /// @param jobs records every change
  /// @param capacity jobs that may wait at once; claimed ones don't count
  public InMemoryJobQueue(JobRepository jobs, int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("a queue needs room for one job at least");
    }
    this.jobs = jobs;
    this.capacity = capacity;
  }

  /// A hold that is good as long as it is the one in `claimed`.
  private record Claim(RunningJob job) implements JobClaim {}

  @Override
  public SubmitOutcome submit(QueuedJob job) {
    synchronized (this) {
      if (closed) {
        return new SubmitOutcome.Closed();
      }
      if (isFull()) {
        return new SubmitOutcome.Full(capacity);
      }
      waitingCount++;
    }
    boolean recorded = false;
    try {
      jobs.insert(job);
      recorded = true;
    } finally {
      settle(job, recorded);
    }
    return new SubmitOutcome.Queued();
  }

  @Override
  public synchronized boolean isFull() {
    return waitingCount >= capacity;
  }

  @Override
  public List<JobClaim> claim(Map<ProviderId, Integer> freePlaces, Instant now) {
    var claims = new ArrayList<JobClaim>();
    var open = new ArrayDeque<>(taken(freePlaces, now));
    try {
      while (!open.isEmpty()) {
        claims.add(recorded(open.element().start(now)));
        open.remove();
      }
    } catch (RuntimeException e) {
      open.forEach(this::putBack);
      // those that are held must reach their worker; the trouble will show at the next claim
      if (claims.isEmpty()) {
        throw e;
      }
    }
    return List.copyOf(claims);
  }

  @Override
  public boolean finish(JobClaim claim, FinishedJob job) {
    if (!letGo(claim)) {
      return false;
    }
    jobs.update(job);
    return true;
  }

  @Override
  public boolean giveBack(JobClaim claim, QueuedJob job) {
    if (!letGo(claim)) {
      return false;
    }
    jobs.update(job);
    putBack(job);
    return true;
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  private synchronized void settle(QueuedJob job, boolean recorded) {
    waitingCount--;
    if (recorded) {
      putBack(job);
    }
  }

  private synchronized void putBack(QueuedJob job) {
    waitingCount++;
    waiting.computeIfAbsent(job.order().setup().provider(), _ -> new WaitingJobs()).add(job);
  }

  private synchronized List<QueuedJob> taken(Map<ProviderId, Integer> freePlaces, Instant now) {
    var taken = new ArrayList<QueuedJob>();
    freePlaces.forEach(
        (provider, places) -> {
          WaitingJobs jobsOfProvider = waiting.get(provider);
          if (jobsOfProvider != null) {
            taken.addAll(jobsOfProvider.take(places, now));
          }
        });
    waitingCount -= taken.size();
    return taken;
  }

  private JobClaim recorded(RunningJob job) {
    jobs.update(job);
    var claim = new Claim(job);
    synchronized (this) {
      claimed.put(job.id(), claim);
    }
    return claim;
  }

  private synchronized boolean letGo(JobClaim claim) {
    return claim instanceof Claim ours && claimed.remove(ours.job().id(), ours);
  }
}
