package dev.photobridge.adapter.provider.openai;

import dev.photobridge.adapter.provider.http.ServiceError;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.FailureKind;
import java.time.Duration;

/// What an answer with another status than 200 means.
///
/// @param model the one that was asked for; may be empty
record ErrorMeaning(ServiceError error, String model) {
  /// What the words for a refused photo or prompt have in them. Not documented in full; servers of
  /// others have words of their own.
  static final String[] REFUSALS = {"MODERATION", "CONTENT_POLICY", "CONTENT_FILTER", "SAFETY"};

  private static final String[] NO_CREDIT = {"INSUFFICIENT_QUOTA", "BILLING", "CREDIT"};

  /// @param timeLeft of the call; a longer pause than this ends the job's hopes
  ProviderOutcome.Failed outcome(Duration timeLeft) {
    if (error.status() >= 400 && error.isAbout(REFUSALS)) {
      return failed(FailureKind.REFUSED, "the service refuses the prompt or the photo");
    }
    return switch (error.status()) {
      case 400, 409, 422 -> badRequest();
      case 401 -> keyRejected();
      case 403 -> forbidden();
      case 402 -> noCredit();
      case 404, 405 -> notFound();
      case 413 -> failed(FailureKind.REQUEST_REJECTED, "the request is too large");
      case 429 -> tooMany(timeLeft);
      case 408 -> overloaded();
      default -> other();
    };
  }

  private ProviderOutcome.Failed badRequest() {
    if (error.isAbout(NO_CREDIT)) {
      return noCredit();
    }
    return error.isAbout("API_KEY")
        ? keyRejected()
        : failed(FailureKind.REQUEST_REJECTED, "the service does not accept the request");
  }

  private ProviderOutcome.Failed keyRejected() {
    return failed(
        FailureKind.KEY_REJECTED,
        "the service does not accept the API key; check OPENAI_API_KEY or the key in settings");
  }

  private ProviderOutcome.Failed forbidden() {
    return error.isAbout("COUNTRY", "REGION")
        ? failed(
            FailureKind.REQUEST_REJECTED,
            "the service is not offered where this server is; use a proxy or another base URL")
        : failed(
            FailureKind.KEY_REJECTED,
            "the API key may not do this; check its rights and whether the account is verified");
  }

  private ProviderOutcome.Failed noCredit() {
    return failed(FailureKind.QUOTA_EXHAUSTED, "the credit is used up");
  }

  private ProviderOutcome.Failed notFound() {
    return failed(
        FailureKind.REQUEST_REJECTED,
        "the server knows no model "
            + model
            + ", or nothing is at this path; check the model, OPENAI_BASE_URL and the paths in the"
            + " catalogue");
  }

  private ProviderOutcome.Failed tooMany(Duration timeLeft) {
    if (error.isAbout(NO_CREDIT)) {
      return noCredit();
    }
    boolean forLong = error.retryAfter().filter(pause -> pause.compareTo(timeLeft) > 0).isPresent();
    return forLong
        ? failed(FailureKind.QUOTA_EXHAUSTED, "the quota is used up")
        : failed(FailureKind.RATE_LIMITED, "too many calls at once");
  }

  private ProviderOutcome.Failed overloaded() {
    return failed(FailureKind.UNAVAILABLE, "the service is overloaded or broken");
  }

  private ProviderOutcome.Failed other() {
    if (error.status() >= 500) {
      return overloaded();
    }
    return error.status() >= 400
        ? failed(FailureKind.REQUEST_REJECTED, "the service does not accept the request")
        : failed(
            FailureKind.UNUSABLE_ANSWER,
            "something else than the service answers at this address; check OPENAI_BASE_URL");
  }

  private ProviderOutcome.Failed failed(FailureKind kind, String what) {
    return new ProviderOutcome.Failed(error.failure(kind, what), error.retryAfter());
  }
}
