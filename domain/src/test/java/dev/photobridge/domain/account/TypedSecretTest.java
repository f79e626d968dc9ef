package dev.photobridge.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedSecretTest {
  @Test
  void aNewOneHasNothingThatIsTakenForSomethingElse() {
    var random = new Random(1);
    String made = TypedSecret.make(random, 10_000);

    assertThat(made).hasSize(10_000).matches("[a-zA-Z2-9]+").doesNotContainPattern("[lIO]");
    assertThat(made.chars().distinct().count()).as("the whole alphabet").isEqualTo(56);
    assertThat(TypedSecret.make(random, 12)).isNotEqualTo(TypedSecret.make(random, 12));
  }

  @Test
  void aNewOneSurvivesEveryProgram() {
    assertThat(TypedSecret.survivesEveryProgram(TypedSecret.make(new Random(1), 12))).isTrue();
    assertThat(TypedSecret.survivesEveryProgram("!~\"\\/")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "two words",
        "tab\there",
        "line\nbreak",
        "return\r",
        "пароль",
        "a\u007f",
        "é"
      })
  void othersDoNot(String text) {
    assertThat(TypedSecret.survivesEveryProgram(text)).isFalse();
  }
}
