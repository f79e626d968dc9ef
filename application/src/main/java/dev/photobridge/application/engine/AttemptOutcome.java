package dev.photobridge.application.engine;

import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.Cost;
import java.time.Duration;
import java.util.Optional;

/// What one attempt brought.
sealed interface AttemptOutcome {
  /// A processed photo, stored.
  record Stored(MediaId result, Cost cost) implements AttemptOutcome {}

  /// None.
  record Failed(JobFailure failure, Optional<Duration> retryAfter) implements AttemptOutcome {}
}
