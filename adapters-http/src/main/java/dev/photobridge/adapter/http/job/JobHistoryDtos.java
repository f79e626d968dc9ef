package dev.photobridge.adapter.http.job;

import dev.photobridge.adapter.http.error.JobFailureDtos;
import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.domain.job.Attempt;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.JobHistory;
import dev.photobridge.domain.job.JobStage;
import dev.photobridge.openapi.model.JobAttemptDto;
import dev.photobridge.openapi.model.JobHistoryDto;
import dev.photobridge.openapi.model.JobStageDto;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Histories of jobs between the domain and the wire.
record JobHistoryDtos(JobFailureDtos failures) {
  JobHistoryDto of(JobHistory history, Language language) {
    return new JobHistoryDto(
        history.attempts().stream().map(attempt -> dto(attempt, language)).toList(),
        history.stages().stream().map(JobHistoryDtos::dto).toList());
  }

  private JobAttemptDto dto(Attempt attempt, Language language) {
    AttemptEnd end = attempt.end();
    return new JobAttemptDto(
        attempt.number(),
        attempt.provider().value(),
        attempt.operation().value(),
        attempt.startedAt(),
        attempt.endedAt(),
        end == null ? null : outcome(end),
        end instanceof AttemptEnd.Failed failed ? failures.of(failed.failure(), language) : null,
        cost(end),
        end instanceof AttemptEnd.Delivered delivered && delivered.tokens() > 0
            ? delivered.tokens()
            : null);
  }

  private static JobAttemptDto.OutcomeEnum outcome(AttemptEnd end) {
    return switch (end) {
      case AttemptEnd.Delivered _ -> JobAttemptDto.OutcomeEnum.DELIVERED;
      case AttemptEnd.Failed _ -> JobAttemptDto.OutcomeEnum.FAILED;
      case AttemptEnd.Unknown _ -> JobAttemptDto.OutcomeEnum.UNKNOWN;
    };
  }

  private static @Nullable BigDecimal cost(@Nullable AttemptEnd end) {
    return switch (end) {
      case AttemptEnd.Delivered delivered -> JobDtos.dollars(delivered.cost());
      case AttemptEnd.Failed failed -> JobDtos.dollars(failed.cost());
      case AttemptEnd.Unknown _ -> null;
      case null -> null;
    };
  }

  private static JobStageDto dto(JobStage stage) {
    JobStageDto.NameEnum name =
        switch (stage.kind()) {
          case UPLOAD -> JobStageDto.NameEnum.UPLOAD;
          case QUEUE -> JobStageDto.NameEnum.QUEUE;
          case PREPARATION -> JobStageDto.NameEnum.PREPARATION;
          case PROVIDER -> JobStageDto.NameEnum.PROVIDER;
          case SAVING -> JobStageDto.NameEnum.SAVING;
        };
    return new JobStageDto(name, stage.startedAt(), stage.endedAt());
  }
}
