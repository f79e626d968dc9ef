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
    assertThat(problems(Map.of())).containsExactly(new SettingsProblem("prompt", "is missing"));
  }

  @Test
  void saysWhatIsTooLong() {
    assertThat(problems(Map.of("prompt", "six!!!")))
        .containsExactly(new SettingsProblem("prompt", "must have 5 characters at most"));
  }

  @Test
  void countsCharactersNotCodeUnits() {
    assertThat(problems(Map.of("prompt", "\ud83d\ude00".repeat(5)))).isEmpty();
  }

  @Test
  void saysWhichRangeHolds() {
    assertThat(problems(Map.of("prompt", "x", "strength", 1.5)))
        .containsExactly(new SettingsProblem("strength", "must be from 0 to 1, not 1.5"));
    assertThat(problems(Map.of("prompt", "x", "seed", -1)))
        .containsExactly(new SettingsProblem("seed", "must be 0 or more, not -1"));
  }

  @Test
  void saysWhichKindIsExpected() {
    assertThat(problems(Map.of("prompt", 5)))
        .containsExactly(new SettingsProblem("prompt", "must be text, not a whole number"));
    assertThat(problems(Map.of("prompt", "x", "output", List.of())))
        .containsExactly(new SettingsProblem("output", "must be an object, not a list"));
  }

  @Test
  void namesNestedFieldsByTheirPath() {
    assertThat(problems(Map.of("prompt", "x", "output", Map.of("format", "webp"))))
        .containsExactly(new SettingsProblem("output.format", "must be one of jpeg, png"));
  }

  @Test
  void saysWhichSettingsAreKnown() {
    assertThat(problems(Map.of("prompt", "x", "promt", "y")))
        .containsExactly(
            new SettingsProblem(
                "promt",
                "is not known here; known: prompt, reference_media_id, strength, seed, output"));
  }

  @Test
  void insistsOnTheFormOfMediaIds() {
    assertThat(problems(Map.of("prompt", "x", "reference_media_id", "../../etc/passwd")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).isEqualTo("reference_media_id");
              assertThat(problem.message()).startsWith("must be the id of an image");
            });
  }

  @Test
  void refusesTheCharacterThatTheDatabaseCanNotHold() {
    assertThat(problems(Map.of("prompt", "a\0b")))
        .containsExactly(new SettingsProblem("prompt", "must not contain the character U+0000"));
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
