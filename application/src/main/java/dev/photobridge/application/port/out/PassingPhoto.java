package dev.photobridge.application.port.out;

import java.io.IOException;
import java.io.OutputStream;

/// A photo that is looked at while it is written, so that little of it has to be read again. For
/// one thread at a time.
public interface PassingPhoto {
  /// A stream that looks at what it passes on, which is the photo from its first byte to its last.
  OutputStream over(OutputStream out);

  /// Says of the file what [PhotoInspector#inspect] says.
  ///
  /// @param written what the stream wrote, once that is closed
  /// @throws IOException when the file can't be read
  PhotoInspection inspect(StoredFile written) throws IOException;

  /// None of it is looked at before it is there.
  record Unwatched(PhotoInspector inspector) implements PassingPhoto {
    @Override
    public OutputStream over(OutputStream out) {
      return out;
    }

    @Override
    public PhotoInspection inspect(StoredFile written) throws IOException {
      return inspector.inspect(written);
    }
  }
}
