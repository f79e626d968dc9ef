package dev.photobridge.app.booth;

import java.nio.file.Path;

/// What the server answered to a booth.
public sealed interface BoothReply {
  /// The processed photo.
  ///
  /// @param file where it was saved
  /// @param size in bytes
  /// @param type its content type
  record Photo(Path file, long size, String type) implements BoothReply {}

  /// No photo.
  ///
  /// @param status of HTTP
  /// @param body the error as sent
  record Refused(int status, String body) implements BoothReply {}
}
