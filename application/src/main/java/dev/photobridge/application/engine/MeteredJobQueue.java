package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.Meters;
import dev.photobridge.application.port.out.SubmitOutcome;
import dev.photobridge.application.port.out.Workplaces;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueueLoad;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.ReleasedJob;
import dev.photobridge.domain.job.WaitingJob;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// A queue whose ends of attempts are counted, once each: by the worker that recorded them.
///
/// @param queue holds the jobs
public record MeteredJobQueue(JobQueue queue, Meters meters) implements JobQueue {
  @Override
  public void serve(Workplaces places) {
    queue.serve(places);
  }

  @Override
  public SubmitOutcome submit(QueuedJob job) {
    return queue.submit(job);
  }

  @Override
  public QueueLoad load(ProviderId provider, SlotAddress slot, Instant now) {
    return queue.load(provider, slot, now);
  }

  @Override
  public List<JobClaim> claim(Map<ProviderId, Integer> freePlaces, Instant now) {
    return queue.claim(freePlaces, now);
  }

  @Override
  public List<JobClaim> renew(Collection<JobClaim> claims) {
    return queue.renew(claims);
  }

  @Override
  public boolean release(JobClaim claim, ReleasedJob job, AttemptEnd attempt, Instant now) {
    boolean ours = queue.release(claim, job, attempt, now);
    if (ours) {
      ProviderId provider = countCost(claim, job);
      switch (job) {
        case FinishedJob finished -> meters.jobEnded(provider, finished.state());
        case QueuedJob _ -> countRepetition(provider, attempt);
        case WaitingJob _ -> {}
      }
    }
    return ours;
  }

  @Override
  public boolean park(JobClaim claim, WaitingJob job) {
    boolean ours = queue.park(claim, job);
    if (ours) {
      var _ = countCost(claim, job);
    }
    return ours;
  }

  @Override
  public boolean wake(JobId job, Instant now) {
    return queue.wake(job, now);
  }

  @Override
  public void close() {
    queue.close();
  }

  /// What the claim's attempt added to the job's bill.
  private ProviderId countCost(JobClaim claim, Job after) {
    Job before = claim.job();
    ProviderId provider = before.setup().provider();
    long added = after.cost().microDollars() - before.cost().microDollars();
    if (added > 0) {
      meters.spent(provider, new Cost(added));
    }
    return provider;
  }

  /// A job that a stopping server hands back has not failed.
  private void countRepetition(ProviderId provider, AttemptEnd attempt) {
    switch (attempt) {
      case AttemptEnd.Failed _ -> meters.attemptRepeated(provider);
      case AttemptEnd.Delivered _, AttemptEnd.Unknown _ -> {}
    }
  }
}
