package dev.photobridge.adapter.provider.http;

import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;

/// A provider's answer can't be used, and reading it was broken off. Ends as a [JobFailure] at
/// [ProviderHttpClient].
public final class UnusableAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  private final FailureKind kind;
  private final String reason;

  private UnusableAnswerException(FailureKind kind, String reason, String detail) {
    super(detail);
    this.kind = kind;
    this.reason = reason;
  }

  /// The document stops before its end.
  public static UnusableAnswerException cutOff() {
    return new UnusableAnswerException(
        FailureKind.UNAVAILABLE, "ANSWER_CUT_OFF", "the answer stops before its end");
  }

  /// Something else than the JSON document that was asked for.
  ///
  /// @param what what is wrong with it, without a full stop
  public static UnusableAnswerException notJson(String what) {
    return unusable("ANSWER_NOT_JSON", "the answer is not the JSON that was asked for: " + what);
  }

  /// More than we take.
  ///
  /// @param what what there is too much of, and the limit
  public static UnusableAnswerException tooLarge(String what) {
    return unusable("ANSWER_TOO_LARGE", "the answer has " + what);
  }

  private static UnusableAnswerException unusable(String reason, String detail) {
    return new UnusableAnswerException(FailureKind.UNUSABLE_ANSWER, reason, detail);
  }

  /// The end of the attempt that this is.
  JobFailure failure() {
    return JobFailure.of(kind, reason, String.valueOf(getMessage()));
  }
}
