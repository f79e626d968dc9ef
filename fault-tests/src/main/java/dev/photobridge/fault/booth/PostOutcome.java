package dev.photobridge.fault.booth;

import org.jspecify.annotations.Nullable;

/// What a booth got for a photo.
public sealed interface PostOutcome {
  /// A processed photo.
  ///
  /// @param job as the reply names it
  /// @param digest of its bytes
  record Processed(String job, String digest) implements PostOutcome {}

  /// An error.
  ///
  /// @param code the contract's word for it; null: the reply had none
  /// @param job as the error names it; null: it names none
  record Refused(int status, @Nullable String code, @Nullable String job) implements PostOutcome {}

  /// No connection came about, so nothing was sent.
  record NotConnected() implements PostOutcome {}

  /// The connection broke, or no answer came in time.
  record Broken(String why) implements PostOutcome {}

  /// The booth itself went away while it waited.
  record LeftByBooth() implements PostOutcome {}
}
