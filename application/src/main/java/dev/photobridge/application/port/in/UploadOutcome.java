package dev.photobridge.application.port.in;

import java.util.Map;

/// How reading an upload ended.
public sealed interface UploadOutcome {
  /// The form is complete, the password right, the photo copied.
  ///
  /// @param fields the form's text fields, without the password
  record Received(Map<String, String> fields) implements UploadOutcome {
    public Received {
      fields = Map.copyOf(fields);
    }
  }

  /// The request can't be accepted.
  record Rejected(UploadRejection rejection) implements UploadOutcome {}
}
