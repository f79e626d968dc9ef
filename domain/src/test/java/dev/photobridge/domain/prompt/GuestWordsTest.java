package dev.photobridge.domain.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuestWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Анна;                   Анна",
        "'  two   words ';       two words",
        "'a\u0000b';             a b",
        "'a\n\tb';               a b",
        "'a\u202Eb';             a b", // writes backwards
        "'a\u200Bb';             a b", // can't be seen
        "'a\u00A0b';             a b",
        "'a\uD800b';             a b", // half a character
        "'👩‍👩‍👧';                   '👩 👩 👧'",
        "' \u0007 ';             ''"
      })
  void leavesOneLineOfWhatCanBeSeen(String words, String cleaned) {
    assertThat(GuestWords.cleaned(words)).isEqualTo(cleaned);
  }

  @Test
  void boundsTheLengthWithoutHalvingACharacter() {
    assertThat(GuestWords.cleaned("😀".repeat(300))).isEqualTo("😀".repeat(200));
    assertThat(GuestWords.cleaned("a".repeat(200))).hasSize(200);
    assertThat(GuestWords.cleaned("a".repeat(199) + " b")).isEqualTo("a".repeat(199));
  }
}
