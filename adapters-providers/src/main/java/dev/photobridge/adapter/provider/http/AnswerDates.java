package dev.photobridge.adapter.provider.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What time it was at a server, by the header `Date` of its latest answer. Safe for use by many
/// threads.
final class AnswerDates {
  private final InstantSource clock;
  private volatile @Nullable Duration latest;

  AnswerDates(InstantSource clock) {
    this.clock = clock;
  }

  /// Looks at an answer that has just begun. One out of a cache tells an older time and is left
  /// aside.
  void note(HttpHeaders headers) {
    Optional<String> date = headers.firstValue("Date");
    if (date.isEmpty() || headers.firstValue("Age").isPresent()) {
      return;
    }
    try {
      Instant there =
          ZonedDateTime.parse(date.get(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      latest = Duration.between(there, clock.instant());
    } catch (DateTimeException _) {
      // nothing that tells the time
    }
  }

  /// By how much our clock was ahead then; empty where no answer told the time.
  Optional<Duration> ahead() {
    return Optional.ofNullable(latest);
  }
}
