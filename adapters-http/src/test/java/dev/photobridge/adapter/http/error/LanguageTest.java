package dev.photobridge.adapter.http.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | ENGLISH",
        "EN-us | ENGLISH",
        "ru | RUSSIAN",
        "ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7 | RUSSIAN",
        "ru;q=0.1, en;q=0.2 | ENGLISH",
        "de, en;q=0.5 | ENGLISH",
        "de | RUSSIAN",
        "* | RUSSIAN",
        "en;q=0, ru | RUSSIAN",
      })
  void takesTheOneLikedBest(String header, Language expected) {
    assertThat(Language.of(Optional.of(header))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ";;;", "en;q=x", "ü", "q=1", "en;q=9"})
  void nonsenseIsRussian(String header) {
    assertThat(Language.of(Optional.of(header))).isEqualTo(Language.RUSSIAN);
  }

  @Test
  void absentOrEndlessIsRussian() {
    assertThat(Language.of(Optional.empty())).isEqualTo(Language.RUSSIAN);
    assertThat(Language.of(Optional.of("en,".repeat(1000)))).isEqualTo(Language.RUSSIAN);
  }
}
