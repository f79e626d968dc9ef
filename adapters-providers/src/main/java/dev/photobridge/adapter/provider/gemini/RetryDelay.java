package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.gemini.ErrorResponseDto.DetailDto;
import dev.photobridge.adapter.provider.gemini.ErrorResponseDto.ErrorDto;
import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// How long the service wants to be left alone.
final class RetryDelay {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");

  private RetryDelay() {}

  /// From `google.rpc.RetryInfo`, whose durations look like `41s` or `1.5s`.
  static Optional<Duration> in(ErrorDto error) {
    return error.allDetails().stream()
        .map(DetailDto::retryDelay)
        .filter(Objects::nonNull)
        .filter(delay -> delay.endsWith("s"))
        .map(delay -> delay.substring(0, delay.length() - 1))
        .findFirst()
        .flatMap(RetryDelay::seconds);
  }

  /// From `Retry-After` (RFC 9110 section 10.2.3), as far as it is a number of seconds.
  static Optional<Duration> in(HttpHeaders headers) {
    return headers.firstValue("Retry-After").flatMap(RetryDelay::seconds);
  }

  private static Optional<Duration> seconds(String text) {
    return SECONDS.matcher(text).matches()
        ? Optional.of(Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValue()))
        : Optional.empty();
  }
}
