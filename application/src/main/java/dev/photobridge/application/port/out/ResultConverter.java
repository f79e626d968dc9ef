package dev.photobridge.application.port.out;

import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.slot.OutputSettings;
import java.io.IOException;

/// Brings a provider's image into the form that a slot asks for.
public interface ResultConverter {
  /// Converts format and size. Only called where the image is not yet as wanted.
  ///
  /// @param image the provider's image; stays the caller's
  /// @throws IOException when a file can't be read or written
  Conversion convert(StoredFile image, PhotoFacts facts, OutputSettings wanted, DraftSource drafts)
      throws IOException, InterruptedException;

  /// What came of it.
  sealed interface Conversion {
    /// The image as wanted; the caller owns the draft now and closes it.
    record Converted(MediaDraft image, PhotoFacts facts) implements Conversion {}

    /// The image can't be decoded.
    ///
    /// @param reason why, for the log
    record Undecodable(String reason) implements Conversion {}
  }
}
