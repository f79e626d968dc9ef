package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.gemini.ErrorResponseDto.DetailDto;
import dev.photobridge.adapter.provider.gemini.ErrorResponseDto.ErrorDto;
import dev.photobridge.adapter.provider.http.ProviderWord;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an answer with another status than 200 means.
final class ErrorReading {
  private final int status;
  private final ErrorDto error;
  private final String message;
  private final Optional<Duration> pause;
  private final String model;

  /// @param message the error's, fit to be shown to operators
  /// @param pause how long the service wants to be left alone, by a header
  ErrorReading(int status, ErrorDto error, String message, Optional<Duration> pause, String model) {
    this.status = status;
    this.error = error;
    this.message = message;
    this.pause = RetryDelay.in(error).or(() -> pause);
    this.model = model;
  }

  /// @param timeLeft of the call; a longer pause than this ends the job's hopes
  ProviderOutcome.Failed outcome(Duration timeLeft) {
    return switch (status) {
      case 400 -> badRequest();
      case 401, 403 -> keyRejected();
      case 402 -> failed(FailureKind.QUOTA_EXHAUSTED, "the prepaid credit is used up");
      case 404 -> failed(FailureKind.REQUEST_REJECTED, "this key cannot use the model " + model);
      case 413 -> failed(FailureKind.REQUEST_REJECTED, "the request is too large");
      case 429 -> tooMany(timeLeft);
      case 408 -> overloaded();
      default -> other();
    };
  }

  private ProviderOutcome.Failed badRequest() {
    if (word().startsWith("API_KEY")) {
      return keyRejected();
    }
    return message.contains("location")
        ? failed(
            FailureKind.REQUEST_REJECTED,
            "the service is not offered where this server is; use a proxy or another base URL")
        : failed(FailureKind.REQUEST_REJECTED, "the service does not accept the request");
  }

  private ProviderOutcome.Failed keyRejected() {
    return failed(
        FailureKind.KEY_REJECTED,
        "the service does not accept the API key; check GEMINI_API_KEY or the key in settings");
  }

  private ProviderOutcome.Failed tooMany(Duration timeLeft) {
    boolean forToday = quotaId().contains("PerDay");
    boolean forLong = pause.isPresent() && pause.get().compareTo(timeLeft) > 0;
    return forToday || forLong
        ? failed(FailureKind.QUOTA_EXHAUSTED, "the quota is used up")
        : failed(FailureKind.RATE_LIMITED, "too many calls at once");
  }

  private ProviderOutcome.Failed overloaded() {
    return failed(FailureKind.UNAVAILABLE, "the service is overloaded or broken");
  }

  private ProviderOutcome.Failed other() {
    if (status >= 500) {
      return overloaded();
    }
    return status >= 400
        ? failed(FailureKind.REQUEST_REJECTED, "the service does not accept the request")
        : failed(
            FailureKind.UNUSABLE_ANSWER,
            "something else than the service answers at this address; check the base URL");
  }

  private ProviderOutcome.Failed failed(FailureKind kind, String what) {
    String reason = ProviderWord.of(word(), "HTTP_" + status);
    String detail = what + " (HTTP " + status + ")" + (message.isBlank() ? "" : ": " + message);
    return new ProviderOutcome.Failed(JobFailure.of(kind, reason, detail), pause);
  }

  /// The more exact word is in the details, such as `API_KEY_INVALID` beside `INVALID_ARGUMENT`.
  private String word() {
    return error.allDetails().stream()
        .map(DetailDto::reason)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> text(error.status()));
  }

  private String quotaId() {
    return error.allDetails().stream()
        .flatMap(detail -> detail.allViolations().stream())
        .map(violation -> text(violation.quotaId()))
        .reduce("", (all, id) -> all + " " + id);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
