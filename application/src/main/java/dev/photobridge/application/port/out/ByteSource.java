package dev.photobridge.application.port.out;

import java.io.IOException;
import java.io.InputStream;

/// Bytes of known length that can be read any number of times.
public interface ByteSource {
  /// How many bytes [#open] delivers.
  long size();

  /// A new stream from the first byte on; the caller closes it.
  ///
  /// @throws IOException when the bytes can't be reached any more
  InputStream open() throws IOException;
}
