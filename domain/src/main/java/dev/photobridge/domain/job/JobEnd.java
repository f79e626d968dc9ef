package dev.photobridge.domain.job;

import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.Cost;

/// How a job ended.
public sealed interface JobEnd {
  /// With a processed photo.
  ///
  /// @param result where it is kept
  /// @param cost what the provider billed
  /// @param late whether the booth had got its answer before
  record Succeeded(MediaId result, Cost cost, boolean late) implements JobEnd {}

  /// Without a photo.
  record Failed(JobFailure failure) implements JobEnd {}

  /// Given up at the end of its lifetime.
  record Expired() implements JobEnd {}
}
