package dev.photobridge.adapter.http.slot;

import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.FailureReply;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.slot.SlotSetup;
import dev.photobridge.openapi.model.CostCapDto;
import dev.photobridge.openapi.model.FailureReplyDto;
import dev.photobridge.openapi.model.FailureReplyDto.KindEnum;
import dev.photobridge.openapi.model.SlotFallbackDto;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The rules of slots on their way to the wire.
final class SlotRulesDtos {
  private SlotRulesDtos() {}

  static @Nullable CostCapDto costCap(SlotRules rules) {
    return rules
        .cap()
        .map(cap -> new CostCapDto(dollars(cap.perDay()), dollars(cap.total()), reply(cap.reply())))
        .orElse(null);
  }

  private static @Nullable BigDecimal dollars(@Nullable Cost cost) {
    return cost == null ? null : cost.dollars();
  }

  static FailureReplyDto reply(FailureReply reply) {
    return switch (reply) {
      case FailureReply.ErrorStatus _ -> new FailureReplyDto(KindEnum.ERROR_STATUS, null, null);
      case FailureReply.OriginalPhoto _ -> new FailureReplyDto(KindEnum.ORIGINAL_PHOTO, null, null);
      case FailureReply.LocalEffect(SlotSetup effect) ->
          new FailureReplyDto(
              KindEnum.LOCAL_EFFECT, effect.operation().value(), SlotDtos.json(effect.settings()));
    };
  }

  static @Nullable SlotFallbackDto fallback(SlotRules rules) {
    return rules
        .fallbackSetup()
        .map(
            fallback ->
                new SlotFallbackDto(
                    fallback.provider().value(),
                    fallback.operation().value(),
                    SlotDtos.json(fallback.settings())))
        .orElse(null);
  }
}
