package dev.photobridge.application.port.out;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/// A kept file that can also be read at any place.
public interface StoredFile extends ByteSource {
  /// A new channel for reading, at position 0; the caller closes it.
  ///
  /// @throws IOException when the file is not there any more
  SeekableByteChannel openChannel() throws IOException;
}
