package dev.photobridge.application.service;

import dev.photobridge.application.engine.JobWaiters;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.ProcessingLog;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.CallTimes;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.job.WaitingJob;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Ends the jobs that a queue in memory lost when the server stopped, so that operators see what
/// happened to them.
public final class JobRecovery {
  private static final JobFailure LOST =
      JobFailure.of(
          FailureKind.INTERRUPTED,
          "SERVER_STOPPED",
          "the server stopped while the job was open, and its queue is kept in memory");

  private final JobRepository jobs;
  private final MediaStore media;
  private final JobWaiters waiters;
  private final ProcessingLog log;
  private final InstantSource clock;

  public JobRecovery(
      JobRepository jobs,
      MediaStore media,
      JobWaiters waiters,
      ProcessingLog log,
      InstantSource clock) {
    this.jobs = jobs;
    this.media = media;
    this.waiters = waiters;
    this.log = log;
    this.clock = clock;
  }

  /// Ends every open job; to be called before the engine starts and after it has stopped.
  ///
  /// @return how many there were
  public int endOpenJobs() {
    Instant now = clock.instant();
    List<Job> open = jobs.open();
    for (Job job : open) {
      FinishedJob ended = ended(job, now);
      ProcessingLogEntry.ofOperator(ended).ifPresent(log::record);
      jobs.release(ended, new AttemptEnd.Unknown(), CallTimes.NONE, now);
      waiters.finished(ended);
      media.releaseJob(job.id(), job.order().source(), now, now);
    }
    return open.size();
  }

  private static FinishedJob ended(Job job, Instant now) {
    return switch (job) {
      case QueuedJob queued -> queued.fail(LOST, now);
      case RunningJob running -> running.fail(LOST, now);
      case WaitingJob waiting -> waiting.fail(LOST, now);
      case FinishedJob finished -> finished;
    };
  }
}
