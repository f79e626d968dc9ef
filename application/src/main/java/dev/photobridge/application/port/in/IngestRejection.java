package dev.photobridge.application.port.in;

import dev.photobridge.domain.media.PhotoRefusal;
import dev.photobridge.domain.slot.SlotAddress;

/// Why an ingest request is refused before any provider is asked.
public sealed interface IngestRejection {
  /// There is no such account.
  record AccountUnknown() implements IngestRejection {}

  /// There is no such slot.
  record SlotUnknown() implements IngestRejection {}

  /// The slot is free, or its provider or operation is no longer in the catalogue.
  record SlotNotConfigured(SlotAddress slot) implements IngestRejection {}

  /// The form is not acceptable.
  record Upload(UploadRejection why) implements IngestRejection {}

  /// The photo is not acceptable.
  record Photo(PhotoRefusal why) implements IngestRejection {}
}
