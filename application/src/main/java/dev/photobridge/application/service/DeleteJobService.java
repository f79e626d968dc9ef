package dev.photobridge.application.service;

import dev.photobridge.application.port.in.DeleteJobOutcome;
import dev.photobridge.application.port.in.DeleteJobUseCase;
import dev.photobridge.application.port.out.AtomicChanges;
import dev.photobridge.application.port.out.AuditLog;
import dev.photobridge.application.port.out.JobDeletions;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.account.AuditEntry;
import dev.photobridge.domain.account.AuditedAction;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.job.WaitingJob;
import java.time.InstantSource;
import java.util.Optional;

/// Deletes ended jobs.
public final class DeleteJobService implements DeleteJobUseCase {
  private final JobRepository jobs;
  private final MediaStore media;
  private final AuditLog audit;
  private final AtomicChanges changes;
  private final JobDeletions deletions;
  private final InstantSource clock;

  public DeleteJobService(
      JobRepository jobs,
      MediaStore media,
      AuditLog audit,
      AtomicChanges changes,
      JobDeletions deletions,
      InstantSource clock) {
    this.jobs = jobs;
    this.media = media;
    this.audit = audit;
    this.changes = changes;
    this.deletions = deletions;
    this.clock = clock;
  }

  @Override
  public DeleteJobOutcome delete(AccountName account, JobId id) {
    Optional<Job> job = jobs.find(id).filter(found -> found.isOf(account));
    if (job.isEmpty()) {
      return new DeleteJobOutcome.JobUnknown();
    }
    return switch (job.get()) {
      case QueuedJob _, RunningJob _, WaitingJob _ -> new DeleteJobOutcome.NotFinished();
      case FinishedJob ended -> deleted(account, ended);
    };
  }

  /// The photos first: whatever happens then, the job is there to be deleted again.
  private DeleteJobOutcome deleted(AccountName account, FinishedJob job) {
    media.deleteJob(job.id(), job.order().source());
    boolean deleted =
        changes.make(
            () -> {
              boolean mine = jobs.delete(job.id());
              if (mine) {
                audit.record(
                    AuditEntry.of(
                        account, AuditedAction.JOB_DELETED, job.id().toString(), clock.instant()));
              }
              return mine;
            });
    if (!deleted) {
      return new DeleteJobOutcome.JobUnknown();
    }
    deletions.deleted(account, job.id());
    return new DeleteJobOutcome.Deleted();
  }
}
