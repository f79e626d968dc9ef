package dev.photobridge.application.port.out;

import java.io.IOException;

/// Reads what a photo's bytes say about it, without decoding a pixel and in bounded memory, however
/// hostile they are.
public interface PhotoInspector {
  /// Recognises type, size and orientation by content and checks that the file is whole.
  ///
  /// @throws IOException when the file can't be read
  PhotoInspection inspect(StoredFile file) throws IOException;

  /// A photo that is yet to be written.
  default PassingPhoto passing() {
    return new PassingPhoto.Unwatched(this);
  }
}
