package dev.photobridge.domain.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTimeTest {
  private static final Duration PATIENT = Duration.ofHours(1);

  @ParameterizedTest
  @CsvSource({
    // T_sync_response in ms, longest wait in ms
    "50000,48000",
    "50001,48001",
    "49999,47999",
    "49000,47040",
    "30000,28800",
    "10000,9600",
    "1000,960",
    "100,96",
    "120000,118000",
    "600000,598000"
  })
  void endsTwoSecondsOrAFewPercentBeforeTheBoothGivesUp(long syncMillis, long waitMillis) {
    assertThat(AnswerTime.longestWait(Duration.ofMillis(syncMillis), PATIENT).toMillis())
        .isEqualTo(waitMillis);
  }

  @ParameterizedTest
  @CsvSource({"60,48", "48,48", "47,47", "5,5"})
  void isNoLongerThanTheProvidersTimeout(long timeoutSeconds, long waitSeconds) {
    assertThat(AnswerTime.longestWait(Duration.ofSeconds(50), Duration.ofSeconds(timeoutSeconds)))
        .isEqualTo(Duration.ofSeconds(waitSeconds));
  }

  @Test
  void alwaysLeavesTimeForTheAnswer() {
    var random = new SplittableRandom(3);
    for (int i = 0; i < 10_000; i++) {
      Duration sync = Duration.ofMillis(random.nextLong(1, 900_000));

      Duration wait = AnswerTime.longestWait(sync, PATIENT);

      assertThat(wait).isPositive().isLessThan(sync);
      assertThat(sync.minus(wait)).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }
  }
}
