package dev.photobridge.adapter.http.job;

import dev.photobridge.adapter.http.error.ErrorMessages;
import dev.photobridge.adapter.http.error.JobFailureDtos;
import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.application.port.in.JobView;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobEnd;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.JobOrigin;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.job.WaitingJob;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.openapi.model.JobDto;
import dev.photobridge.openapi.model.JobOriginDto;
import dev.photobridge.openapi.model.JobStateDto;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Jobs between the domain and the wire.
public final class JobDtos {
  private final JobFailureDtos failures;
  private final JobHistoryDtos histories;

  /// @param messages says why jobs failed
  public JobDtos(ErrorMessages messages) {
    this.failures = new JobFailureDtos(messages);
    this.histories = new JobHistoryDtos(failures);
  }

  /// A job as it stands.
  ///
  /// @param language in which people are told why it failed
  public JobDto of(JobView view, Language language) {
    Job job = view.job();
    JobOrder order = job.order();
    return new JobDto(
        job.id().value(),
        order.slot().id().value(),
        origin(order.origin()),
        rerunOf(order.origin()),
        state(job.state()),
        job.setup().provider().value(),
        job.setup().operation().value(),
        order.receivedAt(),
        order.answerBy(),
        finishedAt(job),
        job.attempts(),
        failure(job).map(failure -> failures.of(failure, language)).orElse(null),
        dollars(job.cost()),
        view.result().isPresent(),
        view.result().map(MediaObject::expiresAt).orElse(null),
        view.source().isPresent(),
        order.fields(),
        view.history().map(history -> histories.of(history, language)).orElse(null));
  }

  private static JobOriginDto origin(JobOrigin origin) {
    return switch (origin.kind()) {
      case BOOTH -> JobOriginDto.BOOTH;
      case TEST -> JobOriginDto.TEST;
      case RERUN -> JobOriginDto.RERUN;
    };
  }

  static JobOrigin.Kind origin(JobOriginDto origin) {
    return switch (origin) {
      case BOOTH -> JobOrigin.Kind.BOOTH;
      case TEST -> JobOrigin.Kind.TEST;
      case RERUN -> JobOrigin.Kind.RERUN;
    };
  }

  private static @Nullable UUID rerunOf(JobOrigin origin) {
    return origin instanceof JobOrigin.Rerun(JobId of) ? of.value() : null;
  }

  static JobState state(JobStateDto state) {
    return switch (state) {
      case QUEUED -> JobState.QUEUED;
      case RUNNING -> JobState.RUNNING;
      case WAITING_PROVIDER -> JobState.WAITING_PROVIDER;
      case SUCCEEDED -> JobState.SUCCEEDED;
      case SUCCEEDED_LATE -> JobState.SUCCEEDED_LATE;
      case FAILED -> JobState.FAILED;
      case EXPIRED -> JobState.EXPIRED;
    };
  }

  private static JobStateDto state(JobState state) {
    return switch (state) {
      case QUEUED -> JobStateDto.QUEUED;
      case RUNNING -> JobStateDto.RUNNING;
      case WAITING_PROVIDER -> JobStateDto.WAITING_PROVIDER;
      case SUCCEEDED -> JobStateDto.SUCCEEDED;
      case SUCCEEDED_LATE -> JobStateDto.SUCCEEDED_LATE;
      case FAILED -> JobStateDto.FAILED;
      case EXPIRED -> JobStateDto.EXPIRED;
    };
  }

  private static @Nullable Instant finishedAt(Job job) {
    return switch (job) {
      case QueuedJob _, RunningJob _, WaitingJob _ -> null;
      case FinishedJob finished -> finished.finishedAt();
    };
  }

  private static Optional<JobFailure> failure(Job job) {
    return job instanceof FinishedJob finished && finished.end() instanceof JobEnd.Failed failed
        ? Optional.of(failed.failure())
        : Optional.empty();
  }

  /// Without needless zeros, and never in the notation with an exponent.
  static BigDecimal dollars(Cost cost) {
    BigDecimal plain = cost.dollars().stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
