package dev.photobridge.domain.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When the provider's call of an attempt was made and answered.
///
/// @param askedAt when the call was made; null: it was not, or nobody knows
/// @param answeredAt when the photo had come; null: none came, or nobody knows
public record CallTimes(@Nullable Instant askedAt, @Nullable Instant answeredAt) {
  /// Of a call that was not made.
  public static final CallTimes NONE = new CallTimes(null, null);

  /// With the call made, for the last time, at this time.
  public CallTimes asked(Instant at) {
    return new CallTimes(at, answeredAt);
  }

  /// With the photo there at this time.
  public CallTimes answered(Instant at) {
    return new CallTimes(askedAt, at);
  }

  /// These times and, where they say nothing, those.
  public CallTimes or(CallTimes others) {
    return new CallTimes(
        askedAt == null ? others.askedAt : askedAt,
        answeredAt == null ? others.answeredAt : answeredAt);
  }
}
