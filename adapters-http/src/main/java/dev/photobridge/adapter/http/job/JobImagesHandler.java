package dev.photobridge.adapter.http.job;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.application.port.in.JobResultOutcome;
import dev.photobridge.application.port.in.ListJobsUseCase;
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

  /// Wired by the application.
  public JobImagesHandler(ListJobsUseCase jobs) {
    this.jobs = jobs;
  }

  @Override
  public void getJobResult(
      ApiCall call,
      UUID jobId,
      Boolean download,
      @Nullable String range,
      @Nullable String ifNoneMatch)
      throws IOException {
    switch (jobs.result(call.operator(), new JobId(jobId))) {
      case JobResultOutcome.Opened opened -> send(call, jobId, opened.photo());
      case JobResultOutcome.JobUnknown _ -> throw JobsHandler.jobNotFound();
      case JobResultOutcome.NotFinished _ -> throw resultNotFound("not_finished");
      case JobResultOutcome.NoPhoto _ -> throw resultNotFound("failed");
      case JobResultOutcome.Deleted _ -> throw resultNotFound("deleted");
    }
  }

  private static void send(ApiCall call, UUID jobId, OpenedMedia photo) throws IOException {
    var type = photo.media().facts().type();
    String name = "photobridge-" + jobId + "." + type.extension();
    call.header("Content-Disposition", "inline; filename=\"" + name + "\"");
    try {
      call.send(type.mime(), photo.file());
    } catch (NoSuchFileException e) {
      // deleted since it was looked up
      throw resultNotFound("deleted");
    }
  }

  @Override
  public void getJobThumbnail(ApiCall call, UUID jobId, @Nullable String ifNoneMatch) {
    throw new UnsupportedOperationException("not built yet");
  }

  @Override
  public void getJobSource(
      ApiCall call, UUID jobId, @Nullable String range, @Nullable String ifNoneMatch) {
    throw new UnsupportedOperationException("not built yet");
  }

  private static ErrorAnswerException resultNotFound(String reason) {
    return ErrorAnswer.of(ErrorCodeDto.RESULT_NOT_FOUND).with("reason", reason).asException();
  }
}
