package dev.photobridge.adapter.http.page.slot;

import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.openapi.model.CostCapDto;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.FailureReplyDto;
import dev.photobridge.openapi.model.FailureReplyDto.KindEnum;
import dev.photobridge.openapi.model.SlotFallbackDto;
import dev.photobridge.openapi.model.SlotTestDto;
import dev.photobridge.openapi.model.SlotTestSetupDto;
import dev.photobridge.openapi.model.SlotUpdateDto;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a draft means in the contract's words. A text that can't be meant is refused the way the
/// contract's handlers refuse it.
record DraftReader(SlotDraft draft, Catalogue catalogue) {
  SlotUpdateDto update() {
    return new SlotUpdateDto(
        draft.text(FieldNames.NAME),
        draft.text(FormPart.SETUP.provider()),
        draft.text(FormPart.SETUP.operation()),
        settings(FormPart.SETUP),
        reply(FormPart.FAILURE),
        fallback(),
        "true".equals(draft.text(FieldNames.JOIN_DUPLICATES)),
        maxParallelJobs(),
        costCap());
  }

  /// A test of the settings as they stand.
  SlotTestDto test() {
    return new SlotTestDto(
        photo(),
        new SlotTestSetupDto(
            draft.text(FormPart.SETUP.provider()),
            draft.text(FormPart.SETUP.operation()),
            settings(FormPart.SETUP),
            fallback()),
        null);
  }

  private UUID photo() {
    try {
      return UUID.fromString(draft.text(FieldNames.TEST_PHOTO));
    } catch (IllegalArgumentException _) {
      throw ErrorAnswer.of(ErrorCodeDto.MEDIA_NOT_USABLE)
          .with("field", "/photo_media_id")
          .with("reason", "missing")
          .asException();
    }
  }

  @SuppressWarnings("NullAway") // a JSON object may hold null, which generated maps can't say
  private Map<String, Object> settings(FormPart part) {
    return catalogue.form(part, draft).values(draft.texts());
  }

  private @Nullable SlotFallbackDto fallback() {
    String provider = draft.text(FormPart.FALLBACK.provider());
    return provider.isEmpty()
        ? null
        : new SlotFallbackDto(
            provider, draft.text(FormPart.FALLBACK.operation()), settings(FormPart.FALLBACK));
  }

  private FailureReplyDto reply(FormPart part) {
    return switch (draft.text(part.kind())) {
      case "original_photo" -> new FailureReplyDto(KindEnum.ORIGINAL_PHOTO, null, null);
      case "local_effect" ->
          new FailureReplyDto(KindEnum.LOCAL_EFFECT, draft.text(part.operation()), settings(part));
      default -> new FailureReplyDto(KindEnum.ERROR_STATUS, null, null);
    };
  }

  private @Nullable CostCapDto costCap() {
    BigDecimal perDay = dollars(FieldNames.CAP_PER_DAY, "/cost_cap/per_day_usd");
    BigDecimal total = dollars(FieldNames.CAP_TOTAL, "/cost_cap/total_usd");
    return perDay == null && total == null
        ? null
        : new CostCapDto(perDay, total, reply(FormPart.CAP));
  }

  private @Nullable BigDecimal dollars(String name, String pointer) {
    String text = draft.text(name).strip().replace(',', '.');
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("-?\\d{0,9}\\.?\\d{1,6}")) {
      throw notAllowed(pointer, text, "0–100 000");
    }
    return new BigDecimal(text);
  }

  private @Nullable Integer maxParallelJobs() {
    String text = draft.text(FieldNames.MAX_PARALLEL_JOBS).strip();
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("-?\\d{1,9}")) {
      throw notAllowed("/max_parallel_jobs", text, "1–" + SlotRules.MAX_PARALLEL_JOBS);
    }
    return Integer.valueOf(text);
  }

  private static RuntimeException notAllowed(String pointer, String found, String allowed) {
    return ErrorAnswer.of(ErrorCodeDto.BODY_INVALID)
        .with("field", pointer)
        .with("reason", "not_allowed")
        .with("found", found)
        .with("allowed", allowed)
        .asException();
  }
}
