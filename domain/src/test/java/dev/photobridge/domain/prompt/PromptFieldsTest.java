package dev.photobridge.domain.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptFieldsTest {
  private static final Instant LATE_IN_THE_EVENING = Instant.parse("2026-11-22T21:05:00Z");

  @Test
  void tellsDateAndTimeAtTheBooth() {
    assertThat(
            PromptFields.of(
                Map.of("name", "Анна"), LATE_IN_THE_EVENING, ZoneId.of("Europe/Moscow")))
        .isEqualTo(Map.of("name", "Анна", "date", "23.11.2026", "clock", "00:05"));
  }

  @Test
  void whatTheBoothSentGoesFirst() {
    assertThat(PromptFields.of(Map.of("date", "today"), LATE_IN_THE_EVENING, ZoneId.of("UTC")))
        .containsEntry("date", "today")
        .containsEntry("clock", "21:05");
  }

  @ParameterizedTest
  @CsvSource({
    "time,true",
    "name,true",
    "date,true",
    "clock,true",
    "survey1,false",
    "password,false"
  })
  void knowsWhatEveryPhotoHas(String name, boolean always) {
    assertThat(PromptFields.isAlwaysThere(name)).isEqualTo(always);
  }
}
