package dev.photobridge.domain.media;

import java.time.Instant;

/// An image that the server keeps for a while (PRODUCT section 5).
///
/// @param id its name, also in public links
/// @param kind what it is kept for
/// @param facts what its bytes are
/// @param createdAt when it was stored
/// @param expiresAt from then on it is not served and may be deleted
public record MediaObject(
    MediaId id, MediaKind kind, PhotoFacts facts, Instant createdAt, Instant expiresAt) {
  /// Whether it is past its time.
  public boolean isExpiredAt(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
