package dev.photobridge.adapter.persistence.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.out.SettingsValidator.SettingsProblem;
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.slot.SlotSettings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonSchemaSettingsValidatorTest {
  private static final String SCHEMA =
      """
      {
        "type": "object",
        "required": ["prompt"],
        "properties": {
          "prompt": { "type": "string", "minLength": 1, "maxLength": 5 },
          "reference_media_id": { "type": "string", "format": "uuid" },
          "strength": { "type": "number", "minimum": 0, "maximum": 1 },
          "seed": { "type": "integer", "minimum": 0 },
          "output": {
            "type": "object",
            "properties": { "format": { "enum": ["jpeg", "png"] } },
            "additionalProperties": false
          }
        },
        "additionalProperties": false
      }
      """;

  private final JsonSchemaSettingsValidator validator = new JsonSchemaSettingsValidator();

  @Test
  void hasNothingAgainstRightSettings() {
    assertThat(
            problems(
                Map.of(
                    "prompt",
                    "five!",
                    "reference_media_id",
                    "0a403f97-312f-4fc5-9f01-7de121c9a9d7",
                    "strength",
                    0.65,
                    "seed",
                    0,
                    "output",
                    Map.of("format", "png"))))
        .isEmpty();
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(problems(Map.of()))
        .containsExactly(SettingsProblem.of("prompt", "missing", Map.of()));
  }

  @Test
  void saysWhatIsTooLong() {
    assertThat(problems(Map.of("prompt", "six!!!")))
        .containsExactly(SettingsProblem.of("prompt", "too_long", Map.of("limit", "5")));
  }

  @Test
  void countsCharactersNotCodeUnits() {
    assertThat(problems(Map.of("prompt", "\ud83d\ude00".repeat(5)))).isEmpty();
  }

  @Test
  void saysWhichRangeHolds() {
    assertThat(problems(Map.of("prompt", "x", "strength", 1.5)))
        .containsExactly(
            SettingsProblem.of(
                "strength", "out_of_range", Map.of("allowed", "0–1", "found", "1.5")));
    assertThat(problems(Map.of("prompt", "x", "seed", -1)))
        .containsExactly(
            SettingsProblem.of("seed", "too_small", Map.of("limit", "0", "found", "-1")));
  }

  @Test
  void saysWhichKindIsExpected() {
    assertThat(problems(Map.of("prompt", 5)))
        .containsExactly(SettingsProblem.of("prompt", "not_string", Map.of()));
    assertThat(problems(Map.of("prompt", "x", "output", List.of())))
        .containsExactly(SettingsProblem.of("output", "not_object", Map.of()));
  }

  @Test
  void namesNestedFieldsByTheirPath() {
    assertThat(problems(Map.of("prompt", "x", "output", Map.of("format", "webp"))))
        .containsExactly(
            SettingsProblem.of("output.format", "not_among", Map.of("allowed", "jpeg, png")));
  }

  @Test
  void saysWhichSettingsAreKnown() {
    assertThat(problems(Map.of("prompt", "x", "promt", "y")))
        .containsExactly(
            SettingsProblem.of(
                "promt",
                "unknown",
                Map.of("allowed", "prompt, reference_media_id, strength, seed, output")));
  }

  @Test
  void insistsOnTheFormOfMediaIds() {
    assertThat(problems(Map.of("prompt", "x", "reference_media_id", "../../etc/passwd")))
        .containsExactly(SettingsProblem.of("reference_media_id", "no_image_id", Map.of()));
  }

  @Test
  void refusesTheCharacterThatTheDatabaseCanNotHold() {
    assertThat(problems(Map.of("prompt", "a\0b")))
        .containsExactly(SettingsProblem.of("prompt", "bad_character", Map.of()));
  }

  @Test
  void keepsOperationsApart() {
    Operation other = operation(SCHEMA.replace("\"maxLength\": 5", "\"maxLength\": 50"));

    assertThat(problems(Map.of("prompt", "six!!!"))).hasSize(1);
    assertThat(validator.problemsOf(other, new SlotSettings(Map.of("prompt", "six!!!")))).isEmpty();
  }

  private List<SettingsProblem> problems(Map<String, @Nullable Object> settings) {
    return validator.problemsOf(operation(SCHEMA), new SlotSettings(settings));
  }

  private static Operation operation(String schema) {
    return new Operation(
        new OperationId("change_image"),
        "Change Image",
        "",
        List.of("prompt"),
        schema,
        List.of(),
        Map.of(),
        null);
  }
}
