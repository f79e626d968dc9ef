package dev.photobridge.adapter.provider.turbotext;

import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import java.time.Duration;
import java.util.Optional;

/// What came back from one post.
///
/// @param retryAfter how long the service wants to be left alone
record TurbotextReply(int status, TurbotextAnswer answer, Optional<Duration> retryAfter) {
  boolean isGood() {
    return status >= 200 && status < 300;
  }

  /// Whether it sends us elsewhere, where we don't go.
  boolean isRedirect() {
    return status >= 300 && status < 400;
  }

  /// Whether the status leaves open what became of the request.
  boolean leavesOpen() {
    return status >= 500 || status == 408;
  }

  /// What a status means that is not good.
  JobFailure failure(ErrorWords words) {
    return switch (status) {
      case 401, 403 ->
          failed(
              FailureKind.KEY_REJECTED,
              "the service does not accept the API key, or its tariff does not include the API;"
                  + " check TURBOTEXT_API_KEY or the key in settings");
      case 402 -> failed(FailureKind.QUOTA_EXHAUSTED, "the account's money is used up");
      case 404 ->
          failed(
              FailureKind.REQUEST_REJECTED,
              "there is no such method; check the operation's method in the catalogue");
      case 429 -> failed(FailureKind.RATE_LIMITED, "too many calls at once");
      default -> leavesOpen() ? overloaded() : rejected(words);
    };
  }

  private JobFailure overloaded() {
    return failed(FailureKind.UNAVAILABLE, "the service is overloaded or broken");
  }

  private JobFailure rejected(ErrorWords words) {
    return isRedirect()
        ? failed(
            FailureKind.REQUEST_REJECTED,
            "something else than the service answers at this address; check TURBOTEXT_BASE_URL")
        : answer
            .error()
            .map(words::failure)
            .orElseGet(
                () ->
                    failed(
                        FailureKind.REQUEST_REJECTED, "the service does not accept the request"));
  }

  private JobFailure failed(FailureKind kind, String what) {
    String said = answer.error().map(text -> ": " + text).orElse("");
    return JobFailure.of(kind, "HTTP_" + status, what + " (HTTP " + status + ")" + said);
  }
}
