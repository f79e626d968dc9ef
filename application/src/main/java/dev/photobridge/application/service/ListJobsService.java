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
import dev.photobridge.domain.media.MediaObject;
import java.time.InstantSource;
import java.util.Optional;

/// Shows operators what happened to their photos.
public final class ListJobsService implements ListJobsUseCase {
  private final JobRepository jobs;
  private final MediaStore media;
  private final InstantSource clock;

  public ListJobsService(JobRepository jobs, MediaStore media, InstantSource clock) {
    this.jobs = jobs;
    this.media = media;
    this.clock = clock;
  }

  @Override
  public Page<JobView> list(JobRepository.Filter filter, int page, int pageSize) {
    Page<Job> found = jobs.list(filter, page, pageSize);
    return new Page<>(
        found.items().stream().map(this::view).toList(),
        found.number(),
        found.size(),
        found.total());
  }

  @Override
  public Optional<JobView> find(AccountName account, JobId id) {
    return jobs.find(id)
        .filter(job -> job.order().slot().account().equals(account))
        .map(this::view);
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

  private JobView view(Job job) {
    Optional<MediaObject> result =
        job instanceof FinishedJob finished && finished.end() instanceof JobEnd.Succeeded succeeded
            ? media.find(succeeded.result()).filter(m -> !m.isExpiredAt(clock.instant()))
            : Optional.empty();
    return new JobView(job, result);
  }
}
