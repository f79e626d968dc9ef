package dev.photobridge.adapter.persistence;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
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

/// A row of table `job`.
public record JobRow(
    UUID id,
    String account,
    String slotId,
    String providerId,
    String operationId,
    String settingsJson,
    UUID sourceMediaId,
    String fields,
    Instant receivedAt,
    Instant answerBy,
    Instant expiresAt,
    String state,
    int attempts,
    BigDecimal cost,
    @Nullable Instant notBefore,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nested JobEndRow end) {

  static JobRow of(Job job) {
    JobOrder order = job.order();
    return new JobRow(
        order.id().value(),
        order.slot().account().value(),
        order.slot().id().value(),
        order.setup().provider().value(),
        order.setup().operation().value(),
        SettingsJson.write(order.setup().settings()),
        order.source().value(),
        SettingsJson.write(order.fields()),
        order.receivedAt(),
        order.answerBy(),
        order.expiresAt(),
        job.state().name(),
        job.attempts(),
        job.cost().dollars(),
        job instanceof QueuedJob queued ? queued.notBefore() : null,
        job instanceof RunningJob running ? running.startedAt() : null,
        job instanceof FinishedJob finished ? finished.finishedAt() : null,
        job instanceof FinishedJob finished ? JobEndRow.of(finished.end()) : JobEndRow.NONE);
  }

  Job toJob() {
    JobState jobState = JobState.valueOf(state);
    return switch (jobState) {
      case QUEUED -> new QueuedJob(order(), attempts, amount(), present(notBefore, "not_before"));
      case RUNNING -> new RunningJob(order(), attempts, amount(), present(startedAt, "started_at"));
      case SUCCEEDED, SUCCEEDED_LATE, FAILED, EXPIRED ->
          new FinishedJob(
              order(), attempts, end.toEnd(jobState, amount()), present(finishedAt, "finished_at"));
    };
  }

  /// A value that the table's checks guarantee for this state.
  static <T> T present(@Nullable T value, String column) {
    if (value == null) {
      throw new IllegalStateException("a job's row lacks " + column);
    }
    return value;
  }

  private Cost amount() {
    return new Cost(cost.movePointRight(6).longValueExact());
  }

  private JobOrder order() {
    return new JobOrder(
        new JobId(id),
        new SlotAddress(new AccountName(account), new SlotId(slotId)),
        new SlotSetup(
            new ProviderId(providerId),
            new OperationId(operationId),
            SettingsJson.readSettings(settingsJson)),
        new MediaId(sourceMediaId),
        SettingsJson.readFields(fields),
        receivedAt,
        answerBy,
        expiresAt);
  }
}
