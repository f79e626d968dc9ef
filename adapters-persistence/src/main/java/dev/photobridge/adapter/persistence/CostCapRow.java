package dev.photobridge.adapter.persistence;

import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.CostCap;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The columns of table `slot` that hold its cost cap; all null where it has none.
public record CostCapRow(
    @Nullable BigDecimal perDay,
    @Nullable BigDecimal total,
    @Nullable String reply,
    @Nullable String effectOperationId,
    @Nullable String effectSettingsJson) {
  static CostCapRow of(@Nullable CostCap cap) {
    if (cap == null) {
      return new CostCapRow(null, null, null, null, null);
    }
    var reply = FailureReplyColumns.of(cap.reply());
    return new CostCapRow(
        dollars(cap.perDay()),
        dollars(cap.total()),
        reply.kind(),
        reply.effectOperationId(),
        reply.effectSettingsJson());
  }

  @Nullable CostCap toCap() {
    return reply == null
        ? null
        : new CostCap(
            cost(perDay),
            cost(total),
            new FailureReplyColumns(reply, effectOperationId, effectSettingsJson).toReply());
  }

  private static @Nullable BigDecimal dollars(@Nullable Cost cost) {
    return cost == null ? null : cost.dollars();
  }

  private static @Nullable Cost cost(@Nullable BigDecimal dollars) {
    return dollars == null ? null : Cost.ofDollars(dollars);
  }
}
