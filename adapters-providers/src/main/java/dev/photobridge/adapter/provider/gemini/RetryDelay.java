package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.gemini.ErrorResponseDto.DetailDto;
import dev.photobridge.adapter.provider.gemini.ErrorResponseDto.ErrorDto;
import dev.photobridge.adapter.provider.http.RetryAfter;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/// How long the service wants to be left alone.
final class RetryDelay {
  private RetryDelay() {}

  /// From `google.rpc.RetryInfo`, whose durations look like `41s` or `1.5s`.
  static Optional<Duration> in(ErrorDto error) {
    return error.allDetails().stream()
        .map(DetailDto::retryDelay)
        .filter(Objects::nonNull)
        .filter(delay -> delay.endsWith("s"))
        .map(delay -> delay.substring(0, delay.length() - 1))
        .findFirst()
        .flatMap(RetryAfter::seconds);
  }
}
