package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.domain.job.FailureKind;
import java.util.List;

/// What the service's words for an answer without an image mean. It adds words over time, so they
/// are told apart by what they contain and handed on as they came.
final class FinishReason {
  static final String STOP = "STOP";

  private static final String NO_IMAGE = "NO_IMAGE";
  private static final List<String> REFUSALS =
      List.of("SAFETY", "PROHIBITED", "BLOCKLIST", "SPII", "RECITATION", "LANGUAGE");

  private FinishReason() {}

  /// The kind of failure that this reason is when no image came.
  static FailureKind kindOf(String reason) {
    if (REFUSALS.stream().anyMatch(reason::contains)) {
      return FailureKind.REFUSED;
    }
    return reason.equals("MAX_TOKENS") ? FailureKind.REQUEST_REJECTED : FailureKind.NO_IMAGE;
  }

  /// The word to show: the service's own, except for "all is well" when it is not.
  static String shown(String reason) {
    return reason.equals(STOP) || reason.isEmpty() ? NO_IMAGE : reason;
  }
}
