package dev.photobridge.domain.job;

import dev.photobridge.domain.media.MediaId;

/// How a job ended.
public sealed interface JobEnd {
  /// With a processed photo.
  ///
  /// @param result where it is kept
  /// @param late whether it came after the time at which the booth gets its answer
  record Succeeded(MediaId result, boolean late) implements JobEnd {}

  /// Without a photo.
  ///
  /// @param failure of the last attempt
  record Failed(JobFailure failure) implements JobEnd {}

  /// Given up at the end of its lifetime.
  record Expired() implements JobEnd {}
}
