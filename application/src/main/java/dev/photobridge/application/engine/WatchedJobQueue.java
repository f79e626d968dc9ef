package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.SubmitOutcome;
import dev.photobridge.application.port.out.Workplaces;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueueLoad;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.ReleasedJob;
import dev.photobridge.domain.job.WaitingJob;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// A queue that says when this node changed a job in it, so that whoever watches jobs looks at
/// once. Saying so costs nothing and never waits.
public final class WatchedJobQueue implements JobQueue {
  private final JobQueue queue;
  private final WorkSignal changes;

  /// @param changes is raised after each change
  public WatchedJobQueue(JobQueue queue, WorkSignal changes) {
    this.queue = queue;
    this.changes = changes;
  }

  @Override
  public void serve(Workplaces places) {
    queue.serve(places);
  }

  @Override
  public SubmitOutcome submit(QueuedJob job) {
    SubmitOutcome outcome = queue.submit(job);
    changes.raise();
    return outcome;
  }

  @Override
  public QueueLoad load(ProviderId provider, SlotAddress slot, Instant now) {
    return queue.load(provider, slot, now);
  }

  @Override
  public List<JobClaim> claim(Map<ProviderId, Integer> freePlaces, Instant now) {
    List<JobClaim> claims = queue.claim(freePlaces, now);
    if (!claims.isEmpty()) {
      changes.raise();
    }
    return claims;
  }

  @Override
  public List<JobClaim> renew(Collection<JobClaim> claims) {
    return queue.renew(claims);
  }

  @Override
  public boolean release(JobClaim claim, ReleasedJob job, AttemptEnd attempt, Instant now) {
    boolean released = queue.release(claim, job, attempt, now);
    changes.raise();
    return released;
  }

  @Override
  public boolean park(JobClaim claim, WaitingJob job) {
    boolean parked = queue.park(claim, job);
    changes.raise();
    return parked;
  }

  @Override
  public boolean wake(JobId job, Instant now) {
    return queue.wake(job, now);
  }

  @Override
  public void close() {
    queue.close();
  }
}
