package dev.photobridge.benchmark.load;

import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that a provider's answer goes to, or that a photo comes from.
record DraftFile(Path path) implements MediaDraft {
  /// A new one.
  static DraftFile in(Path folder) throws IOException {
    return new DraftFile(Files.createTempFile(folder, "draft", ".part"));
  }

  @Override
  public OutputStream write() throws IOException {
    return Files.newOutputStream(path);
  }

  @Override
  public StoredFile file() {
    return new OnDisk(path);
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record OnDisk(Path path) implements StoredFile {
    @Override
    public long size() {
      try {
        return Files.size(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }

    @Override
    public SeekableByteChannel openChannel() throws IOException {
      return Files.newByteChannel(path);
    }
  }
}
