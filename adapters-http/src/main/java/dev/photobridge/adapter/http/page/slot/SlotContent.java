package dev.photobridge.adapter.http.page.slot;

import dev.photobridge.openapi.model.CostCapDto;
import dev.photobridge.openapi.model.FailureReplyDto;
import dev.photobridge.openapi.model.SlotDto;
import dev.photobridge.openapi.model.SlotFallbackDto;
import dev.photobridge.openapi.model.SlotVersionDto;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What operators decide about a slot, now or in an earlier version.
record SlotContent(
    String name,
    @Nullable String provider,
    @Nullable String operation,
    Map<String, Object> settings,
    FailureReplyDto failureReply,
    @Nullable SlotFallbackDto fallback,
    boolean joinDuplicates,
    @Nullable Integer maxParallelJobs,
    @Nullable CostCapDto costCap) {
  static SlotContent of(SlotDto slot) {
    return new SlotContent(
        slot.name(),
        slot.providerId(),
        slot.operationId(),
        slot.settingsJson(),
        slot.failureReply(),
        slot.fallback(),
        slot.joinDuplicates(),
        slot.maxParallelJobs(),
        slot.costCap());
  }

  static SlotContent of(SlotVersionDto version) {
    return new SlotContent(
        version.name(),
        version.providerId(),
        version.operationId(),
        version.settingsJson(),
        version.failureReply(),
        version.fallback(),
        version.joinDuplicates(),
        version.maxParallelJobs(),
        version.costCap());
  }
}
