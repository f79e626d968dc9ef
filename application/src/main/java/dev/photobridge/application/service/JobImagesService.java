package dev.photobridge.application.service;

import dev.photobridge.application.port.in.JobResultOutcome;
import dev.photobridge.application.port.in.JobView;
import dev.photobridge.application.port.in.ListJobsUseCase;
import dev.photobridge.application.port.in.OpenJobImageUseCase;
import dev.photobridge.application.port.in.OpenMediaUseCase.OpenedMedia;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import java.io.IOException;
import java.util.Optional;

/// Shows operators the photos of their jobs.
public final class JobImagesService implements OpenJobImageUseCase {
  private final ListJobsUseCase jobs;
  private final MediaStore media;
  private final Thumbnails thumbnails;

  public JobImagesService(ListJobsUseCase jobs, MediaStore media, Thumbnails thumbnails) {
    this.jobs = jobs;
    this.media = media;
    this.thumbnails = thumbnails;
  }

  @Override
  public SourceOutcome source(AccountName account, JobId id) {
    return jobs.find(account, id).map(this::sourceOf).orElseGet(SourceOutcome.JobUnknown::new);
  }

  private SourceOutcome sourceOf(JobView found) {
    return found
        .source()
        .map(photo -> new OpenedMedia(photo, media.file(photo)))
        .<SourceOutcome>map(SourceOutcome.Opened::new)
        .orElseGet(SourceOutcome.Deleted::new);
  }

  @Override
  public ThumbnailOutcome thumbnail(AccountName account, JobId id)
      throws IOException, InterruptedException {
    return switch (jobs.result(account, id)) {
      case JobResultOutcome.Opened(OpenedMedia result) -> {
        Optional<OpenedMedia> thumbnail = thumbnails.of(result.media());
        yield thumbnail.isPresent()
            ? new ThumbnailOutcome.Opened(thumbnail.get())
            : new ThumbnailOutcome.NotDrawable();
      }
      case JobResultOutcome.None why -> new ThumbnailOutcome.NoResult(why);
    };
  }
}
