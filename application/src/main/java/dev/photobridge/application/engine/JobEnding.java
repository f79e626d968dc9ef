package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.ProcessingLog;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.media.RetentionRules;
import dev.photobridge.domain.provider.Cost;

/// What happens when a job ends: it is recorded, whoever waits is woken, the guest's photo is let
/// go. Safe for use by many threads.
public final class JobEnding {
  private final JobQueue queue;
  private final JobWaiters waiters;
  private final MediaStore media;
  private final ProcessingLog log;
  private final RetentionRules retention;
  private final EngineTrouble trouble;

  public JobEnding(
      JobQueue queue,
      JobWaiters waiters,
      MediaStore media,
      ProcessingLog log,
      RetentionRules retention,
      EngineTrouble trouble) {
    this.queue = queue;
    this.waiters = waiters;
    this.media = media;
    this.log = log;
    this.retention = retention;
    this.trouble = trouble;
  }

  /// Ends a job.
  void finish(JobClaim claim, FinishedJob job) {
    if (!queue.finish(claim, job)) {
      trouble.claimLost(job.id());
      return;
    }
    boolean answered = waiters.finished(job);
    media.expireAt(
        job.order().source(), retention.sourceExpiry(job.order().receivedAt(), job.finishedAt()));
    if (!answered && !job.cost().equals(Cost.ZERO)) {
      log.recordLateCost(job.id(), job.cost());
    }
  }

  /// Lets a job wait for its next attempt.
  void giveBack(JobClaim claim, QueuedJob job) {
    if (!queue.giveBack(claim, job)) {
      trouble.claimLost(job.id());
    }
  }
}
