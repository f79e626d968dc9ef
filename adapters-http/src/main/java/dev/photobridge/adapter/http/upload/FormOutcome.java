package dev.photobridge.adapter.http.upload;

import dev.photobridge.application.port.in.UploadRejection;
import java.util.Map;

/// How reading a form ended.
public sealed interface FormOutcome {
  /// The form is complete and its file copied.
  ///
  /// @param fields the text fields; of a repeated one the last
  record Complete(Map<String, String> fields) implements FormOutcome {
    public Complete {
      fields = Map.copyOf(fields);
    }
  }

  /// The form can't be accepted; its file may be half copied.
  record Rejected(UploadRejection why) implements FormOutcome {}
}
