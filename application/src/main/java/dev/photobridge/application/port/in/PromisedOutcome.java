package dev.photobridge.application.port.in;

import java.util.concurrent.CompletionStage;

/// How the booth's answer comes about.
public sealed interface PromisedOutcome {
  /// It is known.
  record Known(IngestPhotoOutcome outcome) implements PromisedOutcome {}

  /// The photo is being processed, and needs no thread meanwhile.
  ///
  /// @param conclusion comes when the photo has been processed or the booth's time is up, by a
  ///   thread that may not be held up: whoever takes it goes on by another. It never fails.
  record Awaited(CompletionStage<Conclusion> conclusion) implements PromisedOutcome {}

  /// What is left to do once the wait is over.
  @FunctionalInterface
  interface Conclusion {
    /// Finds out what the booth is to be told; to be called once and at once, and may take a while.
    ///
    /// @throws InterruptedException when the server stops
    IngestPhotoOutcome outcome() throws InterruptedException;
  }
}
