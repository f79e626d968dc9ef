package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.domain.job.JobFailure;

/// Whether the service would take a call.
public sealed interface GeminiKeyCheck {
  /// The key is accepted and knows the model.
  record Works() implements GeminiKeyCheck {}

  /// It is not.
  ///
  /// @param failure how a call would end now: `KEY_REJECTED` for the key, `REQUEST_REJECTED` for
  ///   the model, `UNAVAILABLE` where the service can't be reached
  record Fails(JobFailure failure) implements GeminiKeyCheck {}
}
