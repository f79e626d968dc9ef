package dev.photobridge.adapter.provider.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What time it is at a server, by the header `Date` of its latest answer. Safe for use by many
/// threads.
final class AnswerDates {
  private final LongSupplier nanos;
  private volatile @Nullable Seen latest;

  /// @param nanos of a clock that never jumps, as [System#nanoTime]
  AnswerDates(LongSupplier nanos) {
    this.nanos = nanos;
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
      latest = new Seen(there, nanos.getAsLong());
    } catch (DateTimeException _) {
      // nothing that tells the time
    }
  }

  /// What time it is there now, to the second; empty where no answer told the time.
  Optional<Instant> now() {
    Seen seen = latest;
    return seen == null
        ? Optional.empty()
        : Optional.of(seen.at.plusNanos(nanos.getAsLong() - seen.nanos));
  }

  private record Seen(Instant at, long nanos) {}
}
