package dev.photobridge.app.booth;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What the server answered to a booth.
public sealed interface BoothReply {
  /// A photo.
  ///
  /// @param file where it was saved
  /// @param size in bytes
  /// @param type its content type
  /// @param substitution what it is if it is not the processed photo; null: it is
  record Photo(Path file, long size, String type, @Nullable Substitution substitution)
      implements BoothReply {}

  /// What the slot gave in place of the processed photo.
  ///
  /// @param kind as the contract names it, such as `original_photo`
  /// @param failure the error code that says why
  record Substitution(String kind, String failure) {
    @Override
    public String toString() {
      return "the %s in place of a processed photo (%s)".formatted(kind.replace('_', ' '), failure);
    }
  }

  /// No photo.
  ///
  /// @param status of HTTP
  /// @param body the error as sent
  record Refused(int status, String body) implements BoothReply {}
}
