package dev.photobridge.adapter.http.slot;

import dev.photobridge.adapter.http.error.BodyText;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.application.port.in.SlotPart;
import dev.photobridge.application.port.in.TestSlotCommand;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.SlotTestDto;
import dev.photobridge.openapi.model.SlotTestSetupDto;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A wish to try a slot out, read from the wire. What can't be meant is refused with an
/// [ErrorAnswerException].
record SlotTestReader(SlotTestDto test) {
  private static final String SETUP = "/setup";
  private static final String FIELDS = "/fields";
  private static final int MOST_FIELDS = 50;
  private static final int LONGEST_FIELD = 1000;

  TestSlotCommand command(SlotAddress address) {
    return new TestSlotCommand(
        address, new MediaId(test.photoMediaId()), unsaved(test.setup()), fields());
  }

  private static TestSlotCommand.@Nullable Unsaved unsaved(@Nullable SlotTestSetupDto setup) {
    if (setup == null) {
      return null;
    }
    try {
      return new TestSlotCommand.Unsaved(
          SlotUpdateReader.setup(
              SlotPart.SETUP, setup.providerId(), setup.operationId(), setup.settingsJson()),
          SlotUpdateReader.fallback(setup.fallback()));
    } catch (ErrorAnswerException e) {
      throw inSetup(e.answer()).asException();
    }
  }

  /// What is told of a slot to be saved, where what to do stands one level deeper.
  static ErrorAnswer inSetup(ErrorAnswer ofUpdate) {
    ErrorAnswer answer = ofUpdate;
    if (answer.details().get("field") instanceof String field) {
      answer = answer.with("field", SETUP + field);
    }
    if (answer.details().get("problems") instanceof List<?> problems) {
      answer =
          answer.with("problems", problems.stream().map(SlotTestReader::problemInSetup).toList());
    }
    return answer;
  }

  private static Object problemInSetup(Object problem) {
    if (!(problem instanceof Map<?, ?> details)) {
      return problem;
    }
    var moved = new LinkedHashMap<Object, Object>(details);
    moved.computeIfPresent("field", (_, field) -> SETUP + field);
    return moved;
  }

  private Map<String, String> fields() {
    Map<String, String> fields = test.fields();
    if (fields == null) {
      return Map.of();
    }
    if (fields.size() > MOST_FIELDS) {
      throw ErrorAnswer.of(ErrorCodeDto.BODY_INVALID)
          .with("field", FIELDS)
          .with("limit", MOST_FIELDS)
          .asException();
    }
    fields.forEach(
        (name, value) -> {
          String pointer = FIELDS + "/" + name.replace("~", "~0").replace("/", "~1");
          if (value == null) {
            throw SlotUpdateReader.invalid(pointer, "missing").asException();
          }
          BodyText.upTo(LONGEST_FIELD, pointer, value);
        });
    return fields;
  }
}
