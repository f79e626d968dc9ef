package dev.photobridge.adapter.http.slot;

import dev.photobridge.adapter.http.link.PublicLinks;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotSettings;
import dev.photobridge.domain.slot.SlotSetup;
import dev.photobridge.openapi.model.SlotDto;
import java.util.Map;
import java.util.Optional;

/// Slots between the domain and the wire.
final class SlotDtos {
  private final PublicLinks links;

  SlotDtos(PublicLinks links) {
    this.links = links;
  }

  SlotDto of(Slot slot) {
    Optional<SlotSetup> setup = slot.setup();
    return new SlotDto(
        slot.address().id().value(),
        slot.name(),
        setup.map(SlotSetup::provider).map(ProviderId::value).orElse(null),
        setup.map(SlotSetup::operation).map(OperationId::value).orElse(null),
        json(setup.map(SlotSetup::settings).orElse(SlotSettings.NONE)),
        links.ingest(slot.address()),
        setup.isPresent(),
        slot.lastResetAt(),
        slot.updatedAt(),
        slot.version(),
        SlotRulesDtos.reply(slot.rules().failureReply()),
        SlotRulesDtos.fallback(slot.rules()),
        slot.rules().joinDuplicates(),
        slot.rules().maxParallelJobs(),
        SlotRulesDtos.costCap(slot.rules()));
  }

  @SuppressWarnings("NullAway") // a JSON object may hold null, which generated maps can't say
  static Map<String, Object> json(SlotSettings settings) {
    return settings.values();
  }
}
