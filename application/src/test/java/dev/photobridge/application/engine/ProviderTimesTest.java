package dev.photobridge.application.engine;

import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.LOCAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderTimesTest {
  private final ProviderTimes times = new ProviderTimes();

  private void took(int... seconds) {
    for (int second : seconds) {
      times.record(GEMINI, Duration.ofSeconds(second));
    }
  }

  @Test
  void nothingIsKnownAtFirst() {
    assertThat(times.median(GEMINI)).isZero();
  }

  @Test
  void theMedianIsTheMiddleOneWhateverTheOrder() {
    took(90, 3, 5);

    assertThat(times.median(GEMINI)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void ofTwoMiddleOnesItIsTheShorter() {
    took(9, 3, 5, 7);

    assertThat(times.median(GEMINI)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void eachProviderHasItsOwn() {
    took(9);
    times.record(LOCAL, Duration.ofSeconds(1));

    assertThat(times.median(GEMINI)).isEqualTo(Duration.ofSeconds(9));
    assertThat(times.median(LOCAL)).isEqualTo(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @CsvSource({"15,100", "16,1"})
  void onlyTheLatest31Count(int quickOnes, int median) {
    for (int i = 0; i < 1000; i++) {
      took(100);
    }
    for (int i = 0; i < quickOnes; i++) {
      took(1);
    }

    assertThat(times.median(GEMINI)).isEqualTo(Duration.ofSeconds(median));
  }
}
