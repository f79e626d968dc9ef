package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.application.port.out.ProviderOutcome;

/// How an upload ended.
sealed interface UploadOutcome {
  /// The service has the image and can use it.
  record Uploaded(UploadedFile file) implements UploadOutcome {}

  /// It has not.
  record Failed(ProviderOutcome.Failed outcome) implements UploadOutcome {}
}
