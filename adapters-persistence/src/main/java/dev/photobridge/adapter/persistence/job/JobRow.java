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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
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
    JobEndRow end) {
  static JobRow of(Job job) {
    JobOrder order = job.order();
    SlotSetup fallback = order.fallback();
    DuplicateKey duplicate = order.duplicateKey();
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
        notBefore(job),
        startedAt(job),
        deferredId(job),
        checkAt(job),
        finishedAt(job),
        end(job));
  }

  /// Reads [JobTable#COLUMNS]. By hand: reflection would take longer than the query.
  static JobRow read(ResultSet row) throws SQLException {
    return new JobRow(
        row.getObject("id", UUID.class),
        row.getString("account"),
        row.getString("slot_id"),
        row.getString("origin"),
        row.getObject("rerun_of", UUID.class),
        row.getString("provider_id"),
        row.getString("operation_id"),
        row.getString("settings_json"),
        row.getString("fallback_provider_id"),
        row.getString("fallback_operation_id"),
        row.getString("fallback_settings_json"),
        row.getObject("slot_parallel_limit", Integer.class),
        row.getString("duplicate_key"),
        row.getObject("source_media_id", UUID.class),
        row.getString("fields"),
        present(time(row, "received_at"), "received_at"),
        time(row, "accepted_at"),
        present(time(row, "answer_by"), "answer_by"),
        present(time(row, "expires_at"), "expires_at"),
        row.getString("state"),
        row.getString("target"),
        row.getInt("attempts"),
        row.getInt("lost_attempts"),
        row.getBigDecimal("cost"),
        time(row, "not_before"),
        time(row, "started_at"),
        row.getString("deferred_id"),
        time(row, "check_at"),
        time(row, "finished_at"),
        new JobEndRow(
            row.getObject("result_media_id", UUID.class),
            row.getString("failure_kind"),
            row.getString("failure_reason"),
            row.getString("failure_detail")));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
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

  static @Nullable Instant notBefore(Job job) {
    return job instanceof QueuedJob queued ? queued.notBefore() : null;
  }

  static @Nullable Instant startedAt(Job job) {
    return switch (job) {
      case RunningJob running -> running.startedAt();
      case WaitingJob waiting -> waiting.startedAt();
      case QueuedJob _, FinishedJob _ -> null;
    };
  }

  static @Nullable String deferredId(Job job) {
    DeferredCall call =
        switch (job) {
          case RunningJob running -> running.call();
          case WaitingJob waiting -> waiting.call();
          case QueuedJob _, FinishedJob _ -> null;
        };
    return call == null ? null : call.id();
  }

  static @Nullable Instant checkAt(Job job) {
    return job instanceof WaitingJob waiting ? waiting.checkAt() : null;
  }

  static @Nullable Instant finishedAt(Job job) {
    return job instanceof FinishedJob finished ? finished.finishedAt() : null;
  }

  static JobEndRow end(Job job) {
    return job instanceof FinishedJob finished ? JobEndRow.of(finished.end()) : JobEndRow.NONE;
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
