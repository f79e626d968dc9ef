package dev.photobridge.domain.job;

import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.Cost;

/// How a job ended.
public sealed interface JobEnd {
  /// With a processed photo.
  ///
  /// @param result where it is kept
  /// @param cost what was billed, all attempts together
  /// @param late whether it came after the time at which the booth gets its answer
  record Succeeded(MediaId result, Cost cost, boolean late) implements JobEnd {}

  /// Without a photo.
  ///
  /// @param failure of the last attempt, with the cost of all
  record Failed(JobFailure failure) implements JobEnd {}

  /// Given up at the end of its lifetime.
  ///
  /// @param cost what was billed, all attempts together
  record Expired(Cost cost) implements JobEnd {}
}
