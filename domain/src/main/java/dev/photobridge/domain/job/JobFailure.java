package dev.photobridge.domain.job;

import dev.photobridge.domain.provider.Cost;

/// Why a job, or one attempt of it, brought no photo.
///
/// @param kind the class of reasons, which decides what the booth is told and whether to try again
/// @param reason the provider's own word for it, such as `IMAGE_SAFETY`; may be shown to anyone
/// @param detail for operators only, may quote the provider; never a key, at most 500 characters
/// @param cost what was billed all the same
public record JobFailure(FailureKind kind, String reason, String detail, Cost cost) {
  private static final int MAX_DETAIL = 500;

  public JobFailure {
    detail = detail.length() > MAX_DETAIL ? detail.substring(0, MAX_DETAIL) : detail;
  }

  /// A failure that cost nothing.
  public static JobFailure of(FailureKind kind, String reason, String detail) {
    return new JobFailure(kind, reason, detail, Cost.ZERO);
  }

  /// The same failure with this cost on top.
  JobFailure costingAlso(Cost more) {
    return new JobFailure(kind, reason, detail, cost.plus(more));
  }
}
