package dev.photobridge.application.port.out;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

/// A kept file that can also be read at any place.
public interface StoredFile extends ByteSource {
  /// A new channel for reading, at position 0; the caller closes it.
  ///
  /// @throws IOException when the file is not there any more
  SeekableByteChannel openChannel() throws IOException;

  /// What equals that of this very file with these very bytes, under whatever name it lies, and of
  /// no other file; empty where that can't be told.
  ///
  /// @throws IOException when the file is not there any more
  default Optional<Object> identity() throws IOException {
    return Optional.empty();
  }

  /// A new stream over a part of the file, which need not be read up to there; the caller closes
  /// it, and reads no more than the part.
  ///
  /// @param first where it begins, counted from 0, within the file
  /// @param length how many bytes it has, at least 1, all of them within the file
  /// @throws IOException when the file is not there any more
  default InputStream open(long first, long length) throws IOException {
    SeekableByteChannel channel = openChannel();
    try {
      return Channels.newInputStream(channel.position(first));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }
}
