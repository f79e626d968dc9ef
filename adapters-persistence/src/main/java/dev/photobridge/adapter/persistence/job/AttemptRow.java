package dev.photobridge.adapter.persistence.job;

import dev.photobridge.domain.job.Attempt;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.CallTimes;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of table `attempt`, but for its job.
public record AttemptRow(
    int number,
    String providerId,
    String operationId,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant askedAt,
    @Nullable Instant answeredAt,
    @Nullable String outcome,
    @Nullable String failureKind,
    @Nullable String failureReason,
    @Nullable String failureDetail,
    BigDecimal cost,
    long tokens) {
  static final String DELIVERED = "DELIVERED";
  static final String FAILED = "FAILED";
  static final String UNKNOWN = "UNKNOWN";

  Attempt toAttempt() {
    return new Attempt(
        number,
        new ProviderId(providerId),
        new OperationId(operationId),
        startedAt,
        endedAt,
        new CallTimes(askedAt, answeredAt),
        end());
  }

  private @Nullable AttemptEnd end() {
    if (outcome == null) {
      return null;
    }
    return switch (outcome) {
      case DELIVERED -> new AttemptEnd.Delivered(amount(), tokens);
      case UNKNOWN -> new AttemptEnd.Unknown();
      case FAILED ->
          new AttemptEnd.Failed(
              new JobFailure(
                  FailureKind.valueOf(JobRow.present(failureKind, "failure_kind")),
                  JobRow.present(failureReason, "failure_reason"),
                  JobRow.present(failureDetail, "failure_detail"),
                  amount()));
      default -> throw new IllegalStateException("unknown outcome of an attempt: " + outcome);
    };
  }

  private Cost amount() {
    return new Cost(cost.movePointRight(6).longValueExact());
  }
}
