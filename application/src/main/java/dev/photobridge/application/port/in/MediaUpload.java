package dev.photobridge.application.port.in;

import dev.photobridge.domain.media.ByteSize;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

/// The body of an upload: an operator's form with one image in it, still on its way.
public interface MediaUpload {
  /// Reads the form once, copying the image to `image` piece by piece. Stops early at the first
  /// thing that makes the request unacceptable.
  ///
  /// @param maxFileSize of the image, inclusive
  /// @throws IOException when `image` can't be written
  Outcome receive(ByteSize maxFileSize, OutputStream image) throws IOException;

  /// How reading it ended.
  sealed interface Outcome {
    /// The form is complete, the image copied.
    ///
    /// @param timeToLive how long to keep the image; empty: the configured time
    record Received(Optional<Duration> timeToLive) implements Outcome {}

    /// The request can't be accepted.
    record Rejected(UploadRejection rejection) implements Outcome {}
  }
}
