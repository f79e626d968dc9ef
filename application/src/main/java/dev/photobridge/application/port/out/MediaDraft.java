package dev.photobridge.application.port.out;

import java.io.IOException;
import java.io.OutputStream;

/// A file being written, not yet kept. Whoever began it closes it; closing throws its bytes away
/// unless [MediaStore#keep] took them. For one thread at a time.
public interface MediaDraft extends AutoCloseable {
  /// A stream that writes the file from its beginning, over what was written before; the caller
  /// closes it before the file is read or kept.
  ///
  /// @throws IOException when it can't be written, such as on a full disk
  OutputStream write() throws IOException;

  /// What has been written.
  StoredFile file();

  /// Throws the bytes away if they were not kept. Never fails.
  @Override
  void close();
}
