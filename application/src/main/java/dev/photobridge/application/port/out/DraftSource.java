package dev.photobridge.application.port.out;

import java.io.IOException;

/// Begins files; see [MediaStore#begin].
@FunctionalInterface
public interface DraftSource {
  /// A new, empty draft; the caller closes it or hands it on.
  ///
  /// @throws IOException when none can be created
  MediaDraft begin() throws IOException;
}
