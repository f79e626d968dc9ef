package dev.photobridge.domain.media;

import java.time.Duration;
import java.time.Instant;

/// How long media objects are kept (PRODUCT section 2, step 8, and section 5).
///
/// @param source a guest's photo, from its receipt
/// @param result a processed photo, from when it was saved
/// @param upload an operator's image, from its upload, unless another time is asked for
public record RetentionRules(Duration source, Duration result, Duration upload) {
  /// When a guest's photo goes while its job is open: with the job's own bound, so that a crash
  /// can't keep it longer.
  public Instant openSourceExpiry(Instant jobExpiresAt) {
    return jobExpiresAt;
  }

  /// When a guest's photo goes once its job has ended: a minute after receipt, or at once if that
  /// has passed.
  public Instant sourceExpiry(Instant receivedAt, Instant endedAt) {
    Instant regular = receivedAt.plus(source);
    return regular.isAfter(endedAt) ? regular : endedAt;
  }

  /// When a processed photo goes.
  public Instant resultExpiry(Instant savedAt) {
    return savedAt.plus(result);
  }

  /// When an operator's image goes.
  public Instant uploadExpiry(Instant uploadedAt) {
    return uploadedAt.plus(upload);
  }
}
