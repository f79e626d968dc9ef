package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.ProcessingLog;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobEnd;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.media.RetentionRules;

/// What happens when a job ends: it is recorded, whoever waits is woken, the guest's photo is let
/// go.
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

  EngineTrouble trouble() {
    return trouble;
  }

  void finish(JobClaim claim, FinishedJob job) {
    if (!queue.finish(claim, job)) {
      trouble.claimLost(job.id());
      return;
    }
    waiters.finished(job);
    JobOrder order = job.order();
    media.expireAt(order.source(), retention.sourceExpiry(order.receivedAt(), job.finishedAt()));
    if (job.end() instanceof JobEnd.Succeeded(_, var cost, var late) && late) {
      log.recordLateCost(job.id(), cost);
    }
  }
}
