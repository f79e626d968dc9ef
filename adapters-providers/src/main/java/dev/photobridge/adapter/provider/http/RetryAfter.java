package dev.photobridge.adapter.provider.http;

import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// How long a service wants to be left alone.
public final class RetryAfter {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");

  private RetryAfter() {}

  /// From `Retry-After` (RFC 9110 section 10.2.3), as far as it is a number of seconds.
  public static Optional<Duration> in(HttpHeaders headers) {
    return headers.firstValue("Retry-After").flatMap(RetryAfter::seconds);
  }

  /// From a number of seconds, such as `41` or `1.5`; empty where it is none.
  public static Optional<Duration> seconds(String text) {
    return SECONDS.matcher(text).matches()
        ? Optional.of(Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValue()))
        : Optional.empty();
  }
}
