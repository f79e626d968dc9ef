package dev.photobridge.adapter.provider.turbotext;

import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;

/// What is said where there is no key.
final class TurbotextKey {
  private TurbotextKey() {}

  static JobFailure missing() {
    return JobFailure.of(
        FailureKind.KEY_REJECTED,
        "KEY_MISSING",
        "there is no usable API key for Turbotext: set TURBOTEXT_API_KEY or enter one in settings");
  }
}
