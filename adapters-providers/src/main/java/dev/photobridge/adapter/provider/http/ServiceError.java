package dev.photobridge.adapter.provider.http;

import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// What a service says about its failure.
///
/// @param status of the answer
/// @param word the service's, in capitals; empty where it has none
/// @param message fit to be shown to operators; may be empty
/// @param retryAfter how long the service wants to be left alone
public record ServiceError(int status, String word, String message, Optional<Duration> retryAfter) {
  /// Whether its word has one of these in it.
  public boolean isAbout(String... words) {
    return Stream.of(words).anyMatch(word::contains);
  }

  /// The end of the attempt that this is.
  ///
  /// @param what it means in words, without a full stop
  public JobFailure failure(FailureKind kind, String what) {
    String said = message.isBlank() ? "" : ": " + message;
    return JobFailure.of(
        kind, word.isEmpty() ? "HTTP_" + status : word, what + " (HTTP " + status + ")" + said);
  }
}
