package dev.photobridge.domain.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.domain.prompt.TextTemplate.Variable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTemplateTest {
  private static final Map<String, String> FIELDS =
      Map.of("name", "Анна", "survey1_text_2", "cats", "blank", " \u0000 ", "dollar", "$1 \\");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "no places;                              no places",
        "for {name};                             for Анна",
        "{name} and {name};                      Анна and Анна",
        "{survey1_text_2|dogs};                  cats",
        "{missing|dogs};                         dogs",
        "a{missing}b;                            ab",
        "a{missing|}b;                           ab",
        "{blank|nothing};                        nothing",
        "{dollar};                               $1 \\",
        "{missing|two words, and a comma};       two words, and a comma",
        "{ name};                                { name}",
        "{name;                                  {name",
        "{};                                     {}",
        "{1name};                                {1name}"
      })
  void fillsThePlaces(String template, String filled) {
    assertThat(new TextTemplate(template).filled(FIELDS)).isEqualTo(filled);
  }

  @Test
  void whatGuestsWroteIsNotLookedAtAgain() {
    var fields = Map.of("name", "{secret}", "secret", "shown");

    assertThat(new TextTemplate("for {name}").filled(fields)).isEqualTo("for {secret}");
  }

  @Test
  void listsThePlacesWithTheirPresets() {
    assertThat(new TextTemplate("{name} likes {survey|cats}, {x|}").variables())
        .containsExactly(
            new Variable("name", null), new Variable("survey", "cats"), new Variable("x", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"style\": \"oil\"}", "a {b c} d", "{}", "{{"})
  void bracesAroundAnythingElseAreOrdinaryText(String text) {
    assertThat(new TextTemplate(text).variables()).isEmpty();
    assertThat(new TextTemplate(text).filled(Map.of())).isEqualTo(text);
  }
}
