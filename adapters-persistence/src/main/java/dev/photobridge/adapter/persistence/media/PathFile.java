package dev.photobridge.adapter.persistence.media;

import dev.photobridge.application.port.out.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/// A file on disk.
record PathFile(Path path) implements StoredFile {
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

  @Override
  public Optional<Object> identity() throws IOException {
    BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
    return Optional.ofNullable(file.fileKey())
        .map(key -> new Identity(key, file.size(), file.lastModifiedTime()));
  }

  /// A key alone is given to another file once this one is deleted.
  private record Identity(Object key, long size, FileTime modified) {}
}
