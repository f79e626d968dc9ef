package dev.photobridge.application.port.in;

import java.io.IOException;

/// Use case: a booth sends a photo and waits for the processed one (PRODUCT section 2).
public interface IngestPhotoUseCase {
  /// Takes the photo in and has it processed. The answer comes no later than the booth wants it.
  ///
  /// @throws IOException when the photo can't be stored, or the client is gone
  /// @throws InterruptedException when the server stops
  PromisedOutcome ingest(IngestPhotoCommand command) throws IOException, InterruptedException;
}
