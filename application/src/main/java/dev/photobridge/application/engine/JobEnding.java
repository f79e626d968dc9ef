package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.ProcessingLog;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.WaitingJob;
import dev.photobridge.domain.media.RetentionRules;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/// What happens when a worker lets go of a job: it is recorded and, where the job has ended,
/// whoever waits is woken and the guest's photo let go. Safe for use by many threads.
public final class JobEnding {
  private final JobQueue queue;
  private final RunningClaims claims;
  private final JobWaiters waiters;
  private final MediaStore media;
  private final ProcessingLog log;
  private final RetentionRules retention;
  private final Patience patience;
  private final EngineTrouble trouble;

  public JobEnding(
      JobQueue queue,
      RunningClaims claims,
      JobWaiters waiters,
      MediaStore media,
      ProcessingLog log,
      RetentionRules retention,
      Patience patience,
      EngineTrouble trouble) {
    this.queue = queue;
    this.claims = claims;
    this.waiters = waiters;
    this.media = media;
    this.log = log;
    this.retention = retention;
    this.patience = patience;
    this.trouble = trouble;
  }

  /// Ends a job.
  void finish(JobClaim claim, FinishedJob job, AttemptEnd attempt) {
    if (!released(claim, () -> release(claim, job, attempt))) {
      return;
    }
    boolean answered = waiters.finished(job);
    followUp(
        job,
        () ->
            media.releaseJob(
                job.id(),
                job.order().source(),
                retention.sourceExpiry(job.order().receivedAt(), job.finishedAt()),
                job.finishedAt()));
    // the request that gets it records its cost itself
    if (!answered && !job.cost().equals(Cost.ZERO)) {
      followUp(job, () -> log.recordLateCost(job.id(), job.cost()));
    }
  }

  /// An operator's row comes first, so that no crash in between hides what the job cost.
  private boolean release(JobClaim claim, FinishedJob job, AttemptEnd attempt) {
    ProcessingLogEntry.ofOperator(job).ifPresent(log::record);
    return queue.release(claim, job, attempt, job.finishedAt());
  }

  /// The job has ended, whatever becomes of this.
  private void followUp(FinishedJob job, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      trouble.afterEnd(job.id(), e);
    }
  }

  /// Lets a job wait for its next attempt.
  void giveBack(JobClaim claim, QueuedJob job, AttemptEnd attempt, Instant now) {
    var _ = released(claim, () -> queue.release(claim, job, attempt, now));
  }

  /// Lets a job wait for its provider's answer.
  void park(JobClaim claim, WaitingJob job) {
    var _ = released(claim, () -> queue.park(claim, job));
  }

  private boolean released(JobClaim claim, BooleanSupplier release) {
    boolean ours = patience.untilDone(claim.job(), release::getAsBoolean);
    claims.ended(claim);
    // to be stopped meant to let the claim go: what follows needs the database once more
    var _ = Thread.interrupted();
    if (!ours) {
      trouble.claimLost(claim.job().id());
    }
    return ours;
  }
}
