package dev.photobridge.adapter.persistence.job;

import dev.photobridge.domain.job.AttemptEnd;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The columns of table `attempt` that say how it ended, and what it cost.
///
/// @param outcome null while it goes on
/// @param cost US dollars
record AttemptEndRow(
    @Nullable String outcome,
    @Nullable String failureKind,
    @Nullable String failureReason,
    @Nullable String failureDetail,
    BigDecimal cost,
    long tokens) {
  private static final AttemptEndRow NONE =
      new AttemptEndRow(null, null, null, null, BigDecimal.ZERO, 0);

  /// @param end null: it goes on
  static AttemptEndRow of(@Nullable AttemptEnd end) {
    return switch (end) {
      case null -> NONE;
      case AttemptEnd.Delivered(var cost, long tokens) ->
          new AttemptEndRow(AttemptRow.DELIVERED, null, null, null, cost.dollars(), tokens);
      case AttemptEnd.Failed(var failure) ->
          new AttemptEndRow(
              AttemptRow.FAILED,
              failure.kind().name(),
              failure.reason(),
              failure.detail(),
              failure.cost().dollars(),
              0);
      case AttemptEnd.Unknown unknown ->
          new AttemptEndRow(AttemptRow.UNKNOWN, null, null, null, unknown.cost().dollars(), 0);
    };
  }
}
