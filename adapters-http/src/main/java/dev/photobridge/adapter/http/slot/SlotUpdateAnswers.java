package dev.photobridge.adapter.http.slot;

import dev.photobridge.adapter.http.error.Bilingual;
import dev.photobridge.adapter.http.error.BodyText;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.adapter.http.error.Wording;
import dev.photobridge.application.port.in.SlotPart;
import dev.photobridge.application.port.in.UpdateSlotOutcome;
import dev.photobridge.application.port.out.SettingsValidator.SettingsProblem;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.openapi.model.ErrorCodeDto;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an operator is told about a slot that was to be saved.
///
/// @param slotId as sent
/// @param ifMatch as sent
record SlotUpdateAnswers(String slotId, @Nullable String ifMatch) {
  /// The slot, if it was saved.
  ///
  /// @throws ErrorAnswerException when it was not
  Slot savedBy(UpdateSlotOutcome outcome) {
    return switch (outcome) {
      case UpdateSlotOutcome.Saved saved -> saved.slot();
      case UpdateSlotOutcome.SlotUnknown _ -> throw slotUnknown(slotId);
      case UpdateSlotOutcome.VersionConflict conflict -> throw conflict(conflict.currentVersion());
      case UpdateSlotOutcome.NameTooLong tooLong ->
          throw BodyText.tooLong(tooLong.maxLength(), "/name").asException();
      case UpdateSlotOutcome.SetupRefused refused -> throw refusal(refused).asException();
    };
  }

  /// What is told of what a slot was to do and can't do.
  static ErrorAnswer refusal(UpdateSlotOutcome.SetupRefused why) {
    return switch (why) {
      case UpdateSlotOutcome.OperationNotAvailable missing ->
          operationNotAvailable(
              missing.part(),
              missing.setup().provider().value(),
              missing.setup().operation().value());
      case UpdateSlotOutcome.FallbackIsSetup _ ->
          ErrorAnswer.of(ErrorCodeDto.SETTINGS_INVALID)
              .with("field", "/fallback")
              .with("reason", "same_as_setup");
      case UpdateSlotOutcome.SettingsInvalid invalid -> settingsInvalid(invalid);
      case UpdateSlotOutcome.ImageMissing missing ->
          ErrorAnswer.of(ErrorCodeDto.MEDIA_NOT_USABLE)
              .with("field", pointer(missing.part(), missing.field()));
    };
  }

  static ErrorAnswerException slotUnknown(String slotId) {
    return ErrorAnswer.of(ErrorCodeDto.SLOT_NOT_FOUND)
        .with("field", "slot_id")
        .with("found", slotId)
        .asException();
  }

  /// That version is not kept.
  static ErrorAnswerException versionNotFound(long version) {
    return ErrorAnswer.of(ErrorCodeDto.SLOT_VERSION_NOT_FOUND)
        .with("field", "version")
        .with("found", version)
        .asException();
  }

  static ErrorAnswer operationNotAvailable(SlotPart part, String provider, String operation) {
    return ErrorAnswer.of(ErrorCodeDto.OPERATION_NOT_AVAILABLE)
        .with("field", pointer(part) + "/operation_id")
        .with("found", provider + "/" + operation);
  }

  private ErrorAnswerException conflict(long currentVersion) {
    ErrorAnswer answer =
        ErrorAnswer.of(ErrorCodeDto.SLOT_VERSION_CONFLICT)
            .with("field", "If-Match")
            .with("allowed", SlotVersions.tag(currentVersion));
    return (ifMatch == null ? answer : answer.with("found", ifMatch)).asException();
  }

  private static ErrorAnswer settingsInvalid(UpdateSlotOutcome.SettingsInvalid invalid) {
    SlotPart part = invalid.part();
    List<SettingsProblem> problems = invalid.problems();
    ErrorAnswer answer =
        ErrorAnswer.of(ErrorCodeDto.SETTINGS_INVALID)
            .with("problems", problems.stream().map(problem -> problem(part, problem)).toList());
    return problems.stream()
        .findFirst()
        .map(first -> problem(part, first))
        .map(
            details -> {
              ErrorAnswer named = answer;
              for (Map.Entry<String, Object> detail : details.entrySet()) {
                named = named.with(detail.getKey(), detail.getValue());
              }
              return named;
            })
        .orElse(answer);
  }

  private static Map<String, Object> problem(SlotPart part, SettingsProblem problem) {
    var details = new LinkedHashMap<String, Object>();
    details.put("field", pointer(part, problem.field()));
    details.put("problem", new Wording(problem.code(), problem.arguments()));
    if (!problem.title().isBlank()) {
      details.put("title", new Bilingual(problem.title(), problem.englishTitle()));
    }
    return details;
  }

  private static String pointer(SlotPart part, String setting) {
    String settings = pointer(part) + "/settings_json";
    return setting.isBlank() ? settings : settings + "/" + setting.replace('.', '/');
  }

  private static String pointer(SlotPart part) {
    return switch (part) {
      case SETUP -> "";
      case FALLBACK -> "/fallback";
      case FAILURE_REPLY -> "/failure_reply";
      case COST_CAP -> "/cost_cap/reply";
    };
  }
}
