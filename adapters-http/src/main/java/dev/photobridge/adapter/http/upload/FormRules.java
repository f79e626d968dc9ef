package dev.photobridge.adapter.http.upload;

import dev.photobridge.application.port.in.UploadRejection;
import dev.photobridge.domain.media.ByteSize;
import java.util.Optional;

/// What a form has to satisfy while it is being read.
///
/// @param fileField the field that holds the file
/// @param maxFileSize of the file, inclusive
/// @param fields looks at every text field as soon as it is there
public record FormRules(String fileField, ByteSize maxFileSize, FieldCheck fields) {
  /// Looks at a text field.
  @FunctionalInterface
  public interface FieldCheck {
    /// Why the form can't be accepted any more, or empty when it still can.
    Optional<UploadRejection> check(String name, String value);
  }
}
