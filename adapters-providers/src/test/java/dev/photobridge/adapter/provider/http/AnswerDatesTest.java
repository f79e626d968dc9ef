package dev.photobridge.adapter.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AnswerDatesTest {
  private long nanos;
  private final AnswerDates dates = new AnswerDates(() -> nanos);

  @Test
  void theLatestAnswerThatTellsTheTimeCounts() {
    assertThat(dates.now()).isEmpty();

    note(Map.of("Date", "Fri, 01 May 2026 10:00:00 GMT"));
    assertThat(dates.now()).contains(Instant.parse("2026-05-01T10:00:00Z"));

    nanos += Duration.ofSeconds(7).toNanos();
    assertThat(dates.now()).contains(Instant.parse("2026-05-01T10:00:07Z"));

    note(Map.of("Date", "Fri, 01 May 2026 10:00:09 GMT"));
    assertThat(dates.now()).contains(Instant.parse("2026-05-01T10:00:09Z"));
  }

  @Test
  void whatTellsNoTimeOrAnOldOneIsLeftAside() {
    note(Map.of());
    note(Map.of("Date", "yesterday"));
    note(Map.of("Date", "Fri, 01 May 2026 08:00:00 GMT", "Age", "7200"));

    assertThat(dates.now()).isEmpty();
  }

  private void note(Map<String, String> headers) {
    dates.note(
        HttpHeaders.of(
            headers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))),
            (_, _) -> true));
  }
}
