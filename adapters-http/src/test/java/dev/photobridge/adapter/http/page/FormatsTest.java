package dev.photobridge.adapter.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.error.Language;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
  private static final String NBSP = "\u00A0";

  private final Formats russian = new Formats(Language.RUSSIAN);
  private final Formats english = new Formats(Language.ENGLISH);

  @Test
  void setsThousandsApart() {
    assertThat(russian.number(12345)).isEqualTo("12" + NBSP + "345");
    assertThat(english.number(12345)).isEqualTo("12,345");
    assertThat(russian.number(1.25, 1)).isEqualTo("1,2");
  }

  @Test
  void writesSharesInPercent() {
    assertThat(russian.percent(0.0424)).isEqualTo("4,2" + NBSP + "%");
    assertThat(english.percent(0.0424)).isEqualTo("4.2%");
    assertThat(english.percent(1)).isEqualTo("100%");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0.00,$0.00",
    "0.0336,0.0336,$0.0336",
    "0.039,0.039,$0.039",
    "0.1,0.10,$0.10",
    "12.3456,12.35,$12.35",
    "0.00004,0.00,$0.00",
    "0.9999,0.9999,$0.9999"
  })
  void writesMoneyAsFineAsAPhotoNeedsIt(BigDecimal dollars, String ru, String en) {
    assertThat(russian.money(dollars)).isEqualTo(ru.replace('.', ',') + NBSP + "$");
    assertThat(english.money(dollars)).isEqualTo(en);
  }

  @Test
  void writesSecondsWithOneDigit() {
    assertThat(russian.seconds(Duration.ofMillis(3149))).isEqualTo("3,1");
    assertThat(english.seconds(Duration.ofSeconds(48))).isEqualTo("48");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0 B",
    "1023,1023 B",
    "1024,1 KB",
    "1048575,'1,023 KB'",
    "1572864,1.5 MB",
    "3221225472,3 GB"
  })
  void writesSizesOfFiles(long bytes, String text) {
    assertThat(english.bytes(bytes)).isEqualTo(text.replace("1023 B", "1,023 B"));
  }

  @Test
  void writesMomentsInUtcForPagesWithoutScripts() {
    Instant at = Instant.parse("2026-11-22T14:05:00Z");

    assertThat(english.moment(at)).isEqualTo("22 Nov 2026, 14:05 UTC");
    assertThat(russian.moment(at)).matches("22 нояб\\.? 2026, 14:05 UTC");
  }
}
