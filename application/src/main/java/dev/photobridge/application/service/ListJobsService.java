package dev.photobridge.application.service;

import dev.photobridge.application.port.in.JobResultOutcome;
import dev.photobridge.application.port.in.JobView;
import dev.photobridge.application.port.in.ListJobsUseCase;
import dev.photobridge.application.port.in.OpenMediaUseCase.OpenedMedia;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.Page;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobEnd;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.job.WaitingJob;
import java.util.Optional;

/// Shows operators what happened to their photos.
public final class ListJobsService implements ListJobsUseCase {
  private final JobRepository jobs;
  private final MediaStore media;
  private final JobViews views;

  public ListJobsService(JobRepository jobs, MediaStore media, JobViews views) {
    this.jobs = jobs;
    this.media = media;
    this.views = views;
  }

  @Override
  public Page<JobView> list(JobRepository.Filter filter, int page, int pageSize) {
    Page<Job> found = jobs.list(filter, page, pageSize);
    return new Page<>(views.of(found.items()), found.number(), found.size(), found.total());
  }

  @Override
  public Optional<JobView> find(AccountName account, JobId id) {
    return jobs.find(id).filter(job -> job.isOf(account)).map(views::of);
  }

  @Override
  public JobResultOutcome result(AccountName account, JobId id) {
    return find(account, id).map(this::resultOf).orElseGet(JobResultOutcome.JobUnknown::new);
  }

  private JobResultOutcome resultOf(JobView found) {
    return switch (found.job()) {
      case QueuedJob _, RunningJob _, WaitingJob _ -> new JobResultOutcome.NotFinished();
      case FinishedJob job ->
          switch (job.end()) {
            case JobEnd.Failed _, JobEnd.Expired _ -> new JobResultOutcome.NoPhoto();
            case JobEnd.Succeeded _ ->
                found
                    .result()
                    .map(photo -> new OpenedMedia(photo, media.file(photo)))
                    .<JobResultOutcome>map(JobResultOutcome.Opened::new)
                    .orElseGet(JobResultOutcome.Deleted::new);
          };
    };
  }
}
