package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;

/// What the service calls its key, and what to say where there is none.
final class GeminiKey {
  static final String HEADER = "x-goog-api-key";

  private GeminiKey() {}

  /// How a call ends that has no key.
  static JobFailure missing() {
    return JobFailure.of(
        FailureKind.KEY_REJECTED,
        "KEY_MISSING",
        "there is no usable API key for Gemini: set GEMINI_API_KEY or enter one in settings");
  }
}
