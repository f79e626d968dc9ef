package dev.photobridge.adapter.persistence;

import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.slot.SlotSetup;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/// The columns of table `slot` that hold its rules.
public record SlotRulesRow(
    String failureReply,
    @Nullable String effectOperationId,
    @Nullable String effectSettingsJson,
    @Nullable String fallbackProviderId,
    @Nullable String fallbackOperationId,
    @Nullable String fallbackSettingsJson,
    boolean joinDuplicates,
    @Nullable Integer maxParallelJobs,
    @Nested("cost_cap_") CostCapRow costCap) {
  static SlotRulesRow of(SlotRules rules) {
    var reply = FailureReplyColumns.of(rules.failureReply());
    SlotSetup fallback = rules.fallback();
    return new SlotRulesRow(
        reply.kind(),
        reply.effectOperationId(),
        reply.effectSettingsJson(),
        fallback == null ? null : fallback.provider().value(),
        fallback == null ? null : fallback.operation().value(),
        fallback == null ? null : SettingsJson.write(fallback.settings()),
        rules.joinDuplicates(),
        rules.maxParallelJobs(),
        CostCapRow.of(rules.costCap()));
  }

  SlotRules toRules() {
    return new SlotRules(
        new FailureReplyColumns(failureReply, effectOperationId, effectSettingsJson).toReply(),
        fallback(),
        joinDuplicates,
        maxParallelJobs,
        costCap.toCap());
  }

  private @Nullable SlotSetup fallback() {
    return fallbackProviderId == null || fallbackOperationId == null || fallbackSettingsJson == null
        ? null
        : new SlotSetup(
            new ProviderId(fallbackProviderId),
            new OperationId(fallbackOperationId),
            SettingsJson.readSettings(fallbackSettingsJson));
  }
}
