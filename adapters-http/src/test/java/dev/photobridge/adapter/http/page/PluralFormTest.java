package dev.photobridge.adapter.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.error.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralFormTest {
  @ParameterizedTest
  @CsvSource({
    "0,MANY",
    "1,ONE",
    "2,FEW",
    "4,FEW",
    "5,MANY",
    "10,MANY",
    "11,MANY",
    "12,MANY",
    "14,MANY",
    "15,MANY",
    "20,MANY",
    "21,ONE",
    "22,FEW",
    "25,MANY",
    "100,MANY",
    "101,ONE",
    "111,MANY",
    "112,MANY",
    "121,ONE",
    "1002,FEW",
    "1000000,MANY"
  })
  void russianHasThreeForms(long number, PluralForm form) {
    assertThat(PluralForm.of(number, Language.RUSSIAN)).isEqualTo(form);
  }

  @ParameterizedTest
  @CsvSource({"0,MANY", "1,ONE", "2,MANY", "11,MANY", "21,MANY", "101,MANY"})
  void englishHasTwo(long number, PluralForm form) {
    assertThat(PluralForm.of(number, Language.ENGLISH)).isEqualTo(form);
  }
}
