package dev.photobridge.fault.booth;

import java.time.Instant;

/// A photo that a booth posted.
///
/// @param photo its number
/// @param slot as in the ingest link
/// @param node the one it was posted at
/// @param sentAt when the booth began
/// @param endedAt when it knew what it got
public record Post(
    int photo, String slot, String node, Instant sentAt, Instant endedAt, PostOutcome outcome) {
  /// Whether the booth has its processed photo.
  public boolean isServed() {
    return outcome instanceof PostOutcome.Processed;
  }
}
