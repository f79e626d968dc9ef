package dev.photobridge.adapter.provider.deepseek;

import dev.photobridge.adapter.provider.http.ApiKey;
import dev.photobridge.adapter.provider.http.ServiceError;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;

/// What answers of DeepSeek with another status than 200 mean.
final class DeepSeekErrors {
  private DeepSeekErrors() {}

  /// How a call ends that has no key.
  static JobFailure missingKey() {
    return ApiKey.missing("DeepSeek", "DEEPSEEK_API_KEY");
  }

  static JobFailure of(ServiceError error) {
    return switch (error.status()) {
      case 401, 403 ->
          error.failure(
              FailureKind.KEY_REJECTED,
              "the service does not accept the API key; check DEEPSEEK_API_KEY or the key in"
                  + " settings");
      case 402 -> error.failure(FailureKind.QUOTA_EXHAUSTED, "the balance is used up");
      case 404, 405 ->
          error.failure(
              FailureKind.REQUEST_REJECTED,
              "nothing is at this path, or the model is unknown; check DEEPSEEK_BASE_URL and the"
                  + " model in the catalogue");
      case 429 -> error.failure(FailureKind.RATE_LIMITED, "too many calls at once");
      default -> other(error);
    };
  }

  private static JobFailure other(ServiceError error) {
    if (error.status() >= 500 || error.status() == 408) {
      return error.failure(FailureKind.UNAVAILABLE, "the service is overloaded or broken");
    }
    return error.status() >= 400
        ? error.failure(FailureKind.REQUEST_REJECTED, "the service does not accept the request")
        : error.failure(
            FailureKind.UNUSABLE_ANSWER,
            "something else than the service answers at this address; check DEEPSEEK_BASE_URL");
  }
}
