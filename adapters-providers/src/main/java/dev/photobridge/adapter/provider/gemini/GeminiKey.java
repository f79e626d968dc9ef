package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.http.ApiKey;
import dev.photobridge.domain.job.JobFailure;

/// What the service calls its key, and what to say where there is none.
final class GeminiKey {
  static final String HEADER = "x-goog-api-key";

  private GeminiKey() {}

  /// How a call ends that has no key.
  static JobFailure missing() {
    return ApiKey.missing("Gemini", "GEMINI_API_KEY");
  }
}
