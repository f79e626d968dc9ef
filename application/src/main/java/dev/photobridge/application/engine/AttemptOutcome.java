package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.StorageUnavailableException;
import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.Cost;
import java.time.Duration;
import java.util.Optional;

/// What one attempt brought.
sealed interface AttemptOutcome {
  /// A processed photo, stored.
  ///
  /// @param tokens that the provider counted; 0 where it counts none
  record Stored(MediaId result, Cost cost, long tokens) implements AttemptOutcome {}

  /// The provider's word that it will answer later.
  ///
  /// @param cost what it has cost already
  record Deferred(DeferredCall call, Duration checkAfter, Cost cost) implements AttemptOutcome {}

  /// None.
  record Failed(JobFailure failure, Optional<Duration> retryAfter) implements AttemptOutcome {}

  /// None, and the provider was not even asked: what the call needs could not be read.
  record NotBegun(StorageUnavailableException cause) implements AttemptOutcome {}

  /// Nothing, because this worker is to stop; whether the provider did the work is not known.
  record Interrupted() implements AttemptOutcome {}
}
