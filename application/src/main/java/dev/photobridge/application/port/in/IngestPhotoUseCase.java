package dev.photobridge.application.port.in;

import java.io.IOException;

/// Use case: a booth sends a photo and waits for the processed one (PRODUCT section 2).
public interface IngestPhotoUseCase {
  /// Takes the photo in, has it processed and waits for the result, no longer than the booth does.
  ///
  /// @throws IOException when the photo can't be stored, or the client is gone
  /// @throws InterruptedException when the server stops; an accepted job goes on
  IngestPhotoOutcome ingest(IngestPhotoCommand command) throws IOException, InterruptedException;
}
