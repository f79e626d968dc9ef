package dev.photobridge.adapter.http.job;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.adapter.http.image.ImageConditions;
import dev.photobridge.adapter.http.image.StoredImage;
import dev.photobridge.application.port.in.JobResultOutcome;
import dev.photobridge.application.port.in.ListJobsUseCase;
import dev.photobridge.application.port.in.OpenJobImageUseCase;
import dev.photobridge.application.port.in.OpenJobImageUseCase.SourceOutcome;
import dev.photobridge.application.port.in.OpenJobImageUseCase.ThumbnailOutcome;
import dev.photobridge.application.port.in.OpenMediaUseCase.OpenedMedia;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.openapi.api.JobImagesApi;
import dev.photobridge.openapi.model.ErrorCodeDto;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Hands the photos of jobs to the signed-in operator.
public final class JobImagesHandler implements JobImagesApi<ApiCall> {
  private final ListJobsUseCase jobs;
  private final OpenJobImageUseCase images;

  /// Wired by the application.
  public JobImagesHandler(ListJobsUseCase jobs, OpenJobImageUseCase images) {
    this.jobs = jobs;
    this.images = images;
  }

  @Override
  public void getJobResult(
      ApiCall call,
      UUID jobId,
      Boolean download,
      @Nullable String range,
      @Nullable String ifRange,
      @Nullable String ifNoneMatch)
      throws IOException {
    switch (jobs.result(call.operator(), new JobId(jobId))) {
      case JobResultOutcome.Opened(OpenedMedia photo) -> {
        String name = name(jobId, "", photo);
        var image = new StoredImage(photo, name, download, StoredImage.ASKING_EACH_TIME);
        try {
          image.send(call, new ImageConditions(range, ifRange, ifNoneMatch));
        } catch (NoSuchFileException e) {
          // deleted since it was looked up
          throw resultNotFound("deleted");
        }
      }
      case JobResultOutcome.None why -> throw noResult(why);
    }
  }

  @Override
  public void getJobThumbnail(ApiCall call, UUID jobId, @Nullable String ifNoneMatch)
      throws IOException, InterruptedException {
    try {
      switch (images.thumbnail(call.operator(), new JobId(jobId))) {
        case ThumbnailOutcome.Opened(OpenedMedia thumbnail) ->
            StoredImage.shown(
                    thumbnail, name(jobId, "-small", thumbnail), StoredImage.ASKING_EACH_TIME)
                .send(call, ImageConditions.unlessCurrent(ifNoneMatch));
        case ThumbnailOutcome.NoResult(JobResultOutcome.None why) -> throw noResult(why);
        case ThumbnailOutcome.NotDrawable _ -> throw resultNotFound("no_thumbnail");
      }
    } catch (NoSuchFileException e) {
      throw resultNotFound("deleted");
    }
  }

  @Override
  public void getJobSource(
      ApiCall call,
      UUID jobId,
      @Nullable String range,
      @Nullable String ifRange,
      @Nullable String ifNoneMatch)
      throws IOException {
    switch (images.source(call.operator(), new JobId(jobId))) {
      case SourceOutcome.Opened(OpenedMedia photo) -> {
        var image = StoredImage.shown(photo, name(jobId, "-source", photo), StoredImage.NOT_AT_ALL);
        try {
          image.send(call, new ImageConditions(range, ifRange, ifNoneMatch));
        } catch (NoSuchFileException e) {
          throw sourceNotFound();
        }
      }
      case SourceOutcome.JobUnknown _ -> throw JobsHandler.jobNotFound();
      case SourceOutcome.Deleted _ -> throw sourceNotFound();
    }
  }

  private static String name(UUID job, String what, OpenedMedia photo) {
    return "photobridge-" + job + what + "." + photo.media().facts().type().extension();
  }

  private static ErrorAnswerException noResult(JobResultOutcome.None why) {
    return switch (why) {
      case JobResultOutcome.JobUnknown _ -> JobsHandler.jobNotFound();
      case JobResultOutcome.NotFinished _ -> resultNotFound("not_finished");
      case JobResultOutcome.NoPhoto _ -> resultNotFound("failed");
      case JobResultOutcome.Deleted _ -> resultNotFound("deleted");
    };
  }

  private static ErrorAnswerException resultNotFound(String reason) {
    return ErrorAnswer.of(ErrorCodeDto.RESULT_NOT_FOUND).with("reason", reason).asException();
  }

  private static ErrorAnswerException sourceNotFound() {
    return ErrorAnswer.of(ErrorCodeDto.SOURCE_NOT_FOUND).asException();
  }
}
