package dev.photobridge.domain.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionRulesTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final RetentionRules RULES =
      new RetentionRules(Duration.ofSeconds(60), Duration.ofDays(3), Duration.ofMinutes(15));

  @ParameterizedTest
  @CsvSource({"0,60", "1,60", "59,60", "60,60", "61,61", "600,600"})
  void aSourceGoesAMinuteAfterReceiptOrWhenItsJobEnds(long endedAfter, long goesAfter) {
    assertThat(RULES.sourceExpiry(NOW, NOW.plusSeconds(endedAfter)))
        .isEqualTo(NOW.plusSeconds(goesAfter));
  }

  @Test
  void theSourceOfAnOpenJobGoesWithTheJobsLifetime() {
    assertThat(RULES.openSourceExpiry(NOW.plusSeconds(600))).isEqualTo(NOW.plusSeconds(600));
  }

  @Test
  void resultsAndUploadsGoAfterTimesOfTheirOwn() {
    assertThat(RULES.resultExpiry(NOW)).isEqualTo(Instant.parse("2026-05-04T10:00:00Z"));
    assertThat(RULES.uploadExpiry(NOW)).isEqualTo(Instant.parse("2026-05-01T10:15:00Z"));
  }
}
