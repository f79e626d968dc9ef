package dev.photobridge.adapter.http.slot;

import dev.photobridge.domain.slot.FailureReply;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.slot.SlotSetup;
import dev.photobridge.openapi.model.FailureReplyDto;
import dev.photobridge.openapi.model.FailureReplyDto.KindEnum;
import dev.photobridge.openapi.model.SlotFallbackDto;
import org.jspecify.annotations.Nullable;

/// The rules of slots on their way to the wire.
final class SlotRulesDtos {
  private SlotRulesDtos() {}

  static FailureReplyDto failureReply(SlotRules rules) {
    return switch (rules.failureReply()) {
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
