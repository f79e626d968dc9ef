package dev.photobridge.adapter.provider.breaker;

import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.FailureKind;

/// What the end of a call says about its provider.
enum Evidence {
  /// It is there and works, be it by a refusal.
  REACHABLE,
  /// It can't be reached, is overloaded or broke off.
  UNREACHABLE,
  /// Nothing: the call may have ended before it got there, or somebody else answered.
  NONE;

  static Evidence of(ProviderOutcome outcome) {
    return switch (outcome) {
      case ProviderOutcome.Image _, ProviderOutcome.Deferred _ -> REACHABLE;
      case ProviderOutcome.Failed failed -> of(failed.failure().kind());
    };
  }

  private static Evidence of(FailureKind kind) {
    return switch (kind) {
      case UNAVAILABLE -> UNREACHABLE;
      case REFUSED, NO_IMAGE, RATE_LIMITED, QUOTA_EXHAUSTED -> REACHABLE;
      // an answer without sense, or none that is known, may be that of a hotel's sign-in page; a
      // key or a setting that is
      // missing ends the call before it is made
      case UNUSABLE_ANSWER,
          RESULT_LOST,
          KEY_REJECTED,
          REQUEST_REJECTED,
          PHOTO_UNUSABLE,
          SLOT_IMAGE_MISSING,
          CIRCUIT_OPEN,
          COST_CAP_REACHED,
          INTERRUPTED,
          INTERNAL ->
          NONE;
    };
  }
}
