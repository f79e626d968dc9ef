package dev.photobridge.adapter.persistence.job;

import dev.photobridge.adapter.persistence.SettingsJson;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.job.DuplicateKey;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.JobOrigin;
import dev.photobridge.domain.job.JobProgress;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.job.JobTarget;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.job.WaitingJob;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.slot.SlotSetup;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/// A row of table `job`, but for its lease.
public record JobRow(
    UUID id,
    String account,
    String slotId,
    String origin,
    @Nullable UUID rerunOf,
    String providerId,
    String operationId,
    String settingsJson,
    @Nullable String fallbackProviderId,
    @Nullable String fallbackOperationId,
    @Nullable String fallbackSettingsJson,
    @Nullable Integer slotParallelLimit,
    @Nullable String duplicateKey,
    UUID sourceMediaId,
    String fields,
    Instant receivedAt,
    @Nullable Instant acceptedAt,
    Instant answerBy,
    Instant expiresAt,
    String state,
    String target,
    int attempts,
    int lostAttempts,
    BigDecimal cost,
    @Nullable Instant notBefore,
    @Nullable Instant startedAt,
    @Nullable String deferredId,
    @Nullable Instant checkAt,
    @Nullable Instant finishedAt,
    @Nested JobEndRow end) {
  static JobRow of(Job job) {
    JobOrder order = job.order();
    SlotSetup fallback = order.fallback();
    DuplicateKey duplicate = order.duplicateKey();
    DeferredCall deferred = deferred(job);
    return new JobRow(
        order.id().value(),
        order.slot().account().value(),
        order.slot().id().value(),
        order.origin().kind().name(),
        order.origin() instanceof JobOrigin.Rerun rerun ? rerun.of().value() : null,
        order.setup().provider().value(),
        order.setup().operation().value(),
        SettingsJson.write(order.setup().settings()),
        fallback == null ? null : fallback.provider().value(),
        fallback == null ? null : fallback.operation().value(),
        fallback == null ? null : SettingsJson.write(fallback.settings()),
        order.slotParallelLimit(),
        duplicate == null ? null : duplicate.value(),
        order.source().value(),
        SettingsJson.write(order.fields()),
        order.receivedAt(),
        order.acceptedAt(),
        order.answerBy(),
        order.expiresAt(),
        job.state().name(),
        job.progress().target().name(),
        job.attempts(),
        job.progress().lostAttempts(),
        job.cost().dollars(),
        job instanceof QueuedJob queued ? queued.notBefore() : null,
        startedAt(job),
        deferred == null ? null : deferred.id(),
        job instanceof WaitingJob waiting ? waiting.checkAt() : null,
        job instanceof FinishedJob finished ? finished.finishedAt() : null,
        job instanceof FinishedJob finished ? JobEndRow.of(finished.end()) : JobEndRow.NONE);
  }

  Job toJob() {
    JobState jobState = JobState.valueOf(state);
    return switch (jobState) {
      case QUEUED -> new QueuedJob(order(), progress(), present(notBefore, "not_before"));
      case RUNNING -> toRunningJob();
      case WAITING_PROVIDER ->
          new WaitingJob(
              order(),
              progress(),
              present(startedAt, "started_at"),
              new DeferredCall(present(deferredId, "deferred_id")),
              present(checkAt, "check_at"));
      case SUCCEEDED, SUCCEEDED_LATE, FAILED, EXPIRED ->
          new FinishedJob(
              order(), progress(), end.toEnd(jobState), present(finishedAt, "finished_at"));
    };
  }

  /// The job of a row in state RUNNING.
  public RunningJob toRunningJob() {
    return new RunningJob(
        order(),
        progress(),
        present(startedAt, "started_at"),
        deferredId == null ? null : new DeferredCall(deferredId));
  }

  /// A value that the table's checks guarantee for this state.
  static <T> T present(@Nullable T value, String column) {
    if (value == null) {
      throw new IllegalStateException("a job's row lacks " + column);
    }
    return value;
  }

  private static @Nullable Instant startedAt(Job job) {
    return switch (job) {
      case RunningJob running -> running.startedAt();
      case WaitingJob waiting -> waiting.startedAt();
      case QueuedJob _, FinishedJob _ -> null;
    };
  }

  private static @Nullable DeferredCall deferred(Job job) {
    return switch (job) {
      case RunningJob running -> running.call();
      case WaitingJob waiting -> waiting.call();
      case QueuedJob _, FinishedJob _ -> null;
    };
  }

  private JobProgress progress() {
    return new JobProgress(
        attempts,
        lostAttempts,
        new Cost(cost.movePointRight(6).longValueExact()),
        JobTarget.valueOf(target));
  }

  private @Nullable SlotSetup fallback() {
    return fallbackProviderId == null || fallbackOperationId == null || fallbackSettingsJson == null
        ? null
        : setup(fallbackProviderId, fallbackOperationId, fallbackSettingsJson);
  }

  private static SlotSetup setup(String provider, String operation, String settings) {
    return new SlotSetup(
        new ProviderId(provider), new OperationId(operation), SettingsJson.readSettings(settings));
  }

  private JobOrigin jobOrigin() {
    return switch (JobOrigin.Kind.valueOf(origin)) {
      case BOOTH -> JobOrigin.BOOTH;
      case TEST -> JobOrigin.TEST;
      case RERUN -> new JobOrigin.Rerun(new JobId(present(rerunOf, "rerun_of")));
    };
  }

  private JobOrder order() {
    return new JobOrder(
        new JobId(id),
        new SlotAddress(new AccountName(account), new SlotId(slotId)),
        jobOrigin(),
        setup(providerId, operationId, settingsJson),
        fallback(),
        slotParallelLimit,
        duplicateKey == null ? null : new DuplicateKey(duplicateKey),
        new MediaId(sourceMediaId),
        SettingsJson.readFields(fields),
        receivedAt,
        acceptedAt,
        answerBy,
        expiresAt);
  }
}
