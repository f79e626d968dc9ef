package dev.photobridge.domain.job;

import java.time.Duration;
import java.time.Instant;

/// Whether a job that failed with its slot's main setup goes on with the fallback: where the slot
/// names one, the failure is not the photo's own, and the time left allows a whole call.
public final class FallbackRule {
  private FallbackRule() {}

  /// Whether to switch.
  ///
  /// @param expected how long the fallback's calls took lately; zero where that is not known
  public static boolean applies(
      RunningJob job, FailureKind failure, Duration expected, Instant now) {
    return job.canFallBack()
        && mayDifferElsewhere(failure)
        && job.order().allowsEndAt(now.plus(expected), now);
  }

  private static boolean mayDifferElsewhere(FailureKind failure) {
    return switch (failure) {
      case REFUSED,
          UNAVAILABLE,
          CIRCUIT_OPEN,
          RATE_LIMITED,
          QUOTA_EXHAUSTED,
          NO_IMAGE,
          UNUSABLE_ANSWER,
          RESULT_LOST,
          KEY_REJECTED,
          REQUEST_REJECTED,
          COST_CAP_REACHED,
          SLOT_IMAGE_MISSING,
          INTERNAL ->
          true;
      case PHOTO_UNUSABLE, INTERRUPTED -> false;
    };
  }
}
