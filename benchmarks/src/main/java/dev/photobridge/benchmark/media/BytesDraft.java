package dev.photobridge.benchmark.media;

import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;

/// Bytes in memory; what is written is thrown away.
public final class BytesDraft implements MediaDraft, StoredFile {
  private final byte[] bytes;

  /// A draft that is read as these bytes, which are not copied.
  public BytesDraft(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Of no bytes.
  public static BytesDraft empty() {
    return new BytesDraft(new byte[0]);
  }

  @Override
  public OutputStream write() {
    return OutputStream.nullOutputStream();
  }

  @Override
  public StoredFile file() {
    return this;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public SeekableByteChannel openChannel() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
