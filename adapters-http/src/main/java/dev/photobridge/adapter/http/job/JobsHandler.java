package dev.photobridge.adapter.http.job;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.adapter.http.error.ErrorMessages;
import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.application.port.in.DeleteJobOutcome;
import dev.photobridge.application.port.in.DeleteJobUseCase;
import dev.photobridge.application.port.in.JobView;
import dev.photobridge.application.port.in.ListJobsUseCase;
import dev.photobridge.application.port.in.RerunJobOutcome;
import dev.photobridge.application.port.in.RerunJobUseCase;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.Page;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.openapi.api.JobsApi;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.JobDto;
import dev.photobridge.openapi.model.JobListDto;
import dev.photobridge.openapi.model.JobOriginDto;
import dev.photobridge.openapi.model.JobStateDto;
import dev.photobridge.openapi.model.PageMetaDto;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Shows the signed-in operator what happened to every photo.
public final class JobsHandler implements JobsApi<ApiCall> {

  private final ListJobsUseCase jobs;
  private final RerunJobUseCase reruns;
  private final DeleteJobUseCase deletions;
  private final JobDtos dtos;

  /// Wired by the application; see the parameters' types.
  public JobsHandler(
      ListJobsUseCase jobs,
      RerunJobUseCase reruns,
      DeleteJobUseCase deletions,
      ErrorMessages messages) {
    this.jobs = jobs;
    this.reruns = reruns;
    this.deletions = deletions;
    this.dtos = new JobDtos(messages);
  }

  @Override
  public JobListDto listJobs(
      ApiCall call,
      Integer page,
      Integer pageSize,
      @Nullable JobStateDto state,
      @Nullable String slotId,
      @Nullable String providerId,
      @Nullable JobOriginDto origin,
      @Nullable Instant receivedFrom,
      @Nullable Instant receivedBefore) {
    Optional<SlotId> slot = Optional.ofNullable(slotId).flatMap(SlotId::parse);
    boolean noSuchSlot = slotId != null && slot.isEmpty();
    if (noSuchSlot || (providerId != null && providerId.isBlank())) {
      return new JobListDto(List.of(), new PageMetaDto(page, pageSize, 0L));
    }
    var filter =
        new JobRepository.Filter(
            call.operator(),
            slot,
            Optional.ofNullable(state).map(JobDtos::state),
            Optional.ofNullable(providerId).map(ProviderId::new),
            Optional.ofNullable(origin).map(JobDtos::origin),
            Optional.ofNullable(receivedFrom),
            Optional.ofNullable(receivedBefore));
    Page<JobView> found = jobs.list(filter, page, pageSize);
    Language language = Language.of(call.acceptLanguage());
    return new JobListDto(
        found.items().stream().map(job -> dtos.of(job, language)).toList(),
        new PageMetaDto(found.number(), found.size(), found.total()));
  }

  @Override
  public JobDto getJob(ApiCall call, UUID jobId) {
    return jobs.find(call.operator(), new JobId(jobId))
        .map(job -> dtos.of(job, Language.of(call.acceptLanguage())))
        .orElseThrow(JobsHandler::jobNotFound);
  }

  @Override
  public void deleteJob(ApiCall call, UUID jobId) {
    switch (deletions.delete(call.operator(), new JobId(jobId))) {
      case DeleteJobOutcome.Deleted _ -> {}
      case DeleteJobOutcome.JobUnknown _ -> throw jobNotFound();
      case DeleteJobOutcome.NotFinished _ -> throw error(ErrorCodeDto.JOB_NOT_FINISHED);
    }
  }

  @Override
  public JobDto rerunJob(ApiCall call, UUID jobId) throws IOException {
    return switch (reruns.rerun(call.operator(), new JobId(jobId))) {
      case RerunJobOutcome.Queued(var job) -> dtos.of(job, Language.of(call.acceptLanguage()));
      case RerunJobOutcome.JobUnknown _ -> throw jobNotFound();
      case RerunJobOutcome.NotFinished _ -> throw error(ErrorCodeDto.JOB_NOT_FINISHED);
      case RerunJobOutcome.SourceDeleted _ -> throw error(ErrorCodeDto.SOURCE_DELETED);
      case RerunJobOutcome.QueueFull _ -> throw ErrorAnswer.queueFull().asException();
      case RerunJobOutcome.Stopping _ -> throw error(ErrorCodeDto.SHUTTING_DOWN);
    };
  }

  private static ErrorAnswerException error(ErrorCodeDto code) {
    return ErrorAnswer.of(code).asException();
  }

  static ErrorAnswerException jobNotFound() {
    return ErrorAnswer.of(ErrorCodeDto.JOB_NOT_FOUND).with("field", "job_id").asException();
  }
}
