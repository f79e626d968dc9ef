package dev.photobridge.domain.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.provider.OperationId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationPromptTest {
  @Test
  void isTheSlotsPromptWhereTheOperationHasNoTemplate() {
    assertThat(prompt(Map.of(), Map.of("prompt", " a poster "))).isEqualTo("a poster");
    assertThat(prompt(Map.of(), Map.of())).isEmpty();
  }

  @Test
  void putsThePromptIntoTheTemplate() {
    var template = Map.of("prompt_template", "Edit the photo. {prompt} Keep faces.");

    assertThat(prompt(template, Map.of("prompt", "Add hats.")))
        .isEqualTo("Edit the photo. Add hats. Keep faces.");
    assertThat(prompt(template, Map.of())).isEqualTo("Edit the photo. Keep faces.");
  }

  @Test
  void putsOtherSettingsIntoTheTemplate() {
    var template = Map.of("prompt_template", "Replace {object} by {replacement}, {count} times.");

    assertThat(prompt(template, Map.of("object", "the cup", "replacement", "roses", "count", 2)))
        .isEqualTo("Replace the cup by roses, 2 times.");
  }

  @Test
  void saysAValueInTheCataloguesWords() {
    var parameters =
        Map.of(
            "prompt_template", "{direction} {prompt}",
            "direction.to_guest", "Give the guest this face.",
            "direction.to_template", "Give the template this face.");

    assertThat(prompt(parameters, Map.of("direction", "to_guest")))
        .isEqualTo("Give the guest this face.");
    assertThat(prompt(parameters, Map.of("direction", "to_template", "prompt", "Smile.")))
        .isEqualTo("Give the template this face. Smile.");
  }

  @Test
  void placesWithinASettingAreNotFilledAgain() {
    var template = Map.of("prompt_template", "{prompt} {object}");

    assertThat(prompt(template, Map.of("prompt", "a {object}", "object", "cup")))
        .isEqualTo("a {object} cup");
  }

  private static String prompt(Map<String, String> parameters, Map<String, Object> settings) {
    var operation =
        new Operation(new OperationId("x"), "X", "", List.of(), "{}", List.of(), parameters, null);
    return OperationPrompt.of(operation, new SlotSettings(Map.copyOf(settings)));
  }
}
