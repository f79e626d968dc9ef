package dev.photobridge.application.port.in;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

/// An image on its way in.
///
/// @param timeToLive how long to keep it; empty: the configured time
/// @param upload copies the image into the stream it is given, and fails where the image passes the
///   limit it is given
public record RegisterMediaCommand(Optional<Duration> timeToLive, ImageUpload upload) {
  /// The bytes of an image that are still on their way.
  @FunctionalInterface
  public interface ImageUpload {
    /// Copies the image piece by piece.
    ///
    /// @param maxBytes more than this need not be copied
    /// @return bytes the image has; more than `maxBytes` when it is too large
    /// @throws IOException when it can't be read or written
    long copyTo(OutputStream out, long maxBytes) throws IOException;
  }
}
