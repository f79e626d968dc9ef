package dev.photobridge.adapter.http.slot;

import dev.photobridge.adapter.http.error.BodyText;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.application.port.in.UpdateSlotOutcome;
import dev.photobridge.application.port.out.SettingsValidator.SettingsProblem;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.SlotUpdateDto;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an operator is told about a slot that was to be saved.
///
/// @param slotId as sent
/// @param ifMatch as sent
record SlotUpdateAnswers(String slotId, SlotUpdateDto update, @Nullable String ifMatch) {
  private static final String SETTINGS = "/settings_json";

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
      case UpdateSlotOutcome.OperationNotAvailable _ -> throw operationNotAvailable();
      case UpdateSlotOutcome.SettingsInvalid invalid -> throw settingsInvalid(invalid.problems());
      case UpdateSlotOutcome.ImageMissing missing ->
          throw ErrorAnswer.of(ErrorCodeDto.MEDIA_NOT_USABLE)
              .with("field", pointer(missing.field()))
              .asException();
    };
  }

  static ErrorAnswerException slotUnknown(String slotId) {
    return ErrorAnswer.of(ErrorCodeDto.SLOT_NOT_FOUND)
        .with("field", "slot_id")
        .with("found", slotId)
        .asException();
  }

  ErrorAnswerException operationNotAvailable() {
    return ErrorAnswer.of(ErrorCodeDto.OPERATION_NOT_AVAILABLE)
        .with("field", "/operation_id")
        .with("found", update.providerId() + "/" + update.operationId())
        .asException();
  }

  private ErrorAnswerException conflict(long currentVersion) {
    ErrorAnswer answer =
        ErrorAnswer.of(ErrorCodeDto.SLOT_VERSION_CONFLICT)
            .with("field", "If-Match")
            .with("allowed", SlotVersions.tag(currentVersion));
    return (ifMatch == null ? answer : answer.with("found", ifMatch)).asException();
  }

  private static ErrorAnswerException settingsInvalid(List<SettingsProblem> problems) {
    ErrorAnswer answer =
        ErrorAnswer.of(ErrorCodeDto.SETTINGS_INVALID)
            .with("problems", problems.stream().map(SlotUpdateAnswers::problem).toList());
    return problems.stream()
        .findFirst()
        .map(first -> answer.with("field", pointer(first.field())).with("problem", first.message()))
        .orElse(answer)
        .asException();
  }

  private static Map<String, String> problem(SettingsProblem problem) {
    return Map.of("field", pointer(problem.field()), "problem", problem.message());
  }

  private static String pointer(String setting) {
    return setting.isBlank() ? SETTINGS : SETTINGS + "/" + setting.replace('.', '/');
  }
}
