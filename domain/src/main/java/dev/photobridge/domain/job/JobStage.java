package dev.photobridge.domain.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A step of a photo's way.
///
/// @param kind which
/// @param startedAt when it began
/// @param endedAt when it ended; null while it goes on
public record JobStage(Kind kind, Instant startedAt, @Nullable Instant endedAt) {
  /// What happened to the photo meanwhile.
  public enum Kind {
    /// It came in.
    UPLOAD,
    /// It waited for a worker, or for its next attempt.
    QUEUE,
    /// It was made ready for the provider.
    PREPARATION,
    /// The provider was at work.
    PROVIDER,
    /// The result was converted and stored.
    SAVING
  }
}
