package dev.photobridge.adapter.http.slot;

import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotSettings;
import dev.photobridge.domain.slot.SlotSetup;
import dev.photobridge.domain.slot.SlotVersion;
import dev.photobridge.openapi.model.SlotListMetaDto;
import dev.photobridge.openapi.model.SlotVersionDto;
import dev.photobridge.openapi.model.SlotVersionListDto;
import java.util.List;
import java.util.Optional;

/// Earlier versions of slots on their way to the wire.
final class SlotVersionDtos {
  private SlotVersionDtos() {}

  static SlotVersionListDto of(List<SlotVersion> versions) {
    return new SlotVersionListDto(
        versions.stream().map(SlotVersionDtos::of).toList(), new SlotListMetaDto(versions.size()));
  }

  private static SlotVersionDto of(SlotVersion version) {
    Slot slot = version.slot();
    Optional<SlotSetup> setup = slot.setup();
    return new SlotVersionDto(
        slot.version(),
        slot.updatedAt(),
        version.replacedAt(),
        slot.name(),
        setup.map(SlotSetup::provider).map(ProviderId::value).orElse(null),
        setup.map(SlotSetup::operation).map(OperationId::value).orElse(null),
        SlotDtos.json(setup.map(SlotSetup::settings).orElse(SlotSettings.NONE)),
        SlotRulesDtos.reply(slot.rules().failureReply()),
        SlotRulesDtos.fallback(slot.rules()),
        slot.rules().joinDuplicates(),
        slot.rules().maxParallelJobs(),
        SlotRulesDtos.costCap(slot.rules()));
  }
}
