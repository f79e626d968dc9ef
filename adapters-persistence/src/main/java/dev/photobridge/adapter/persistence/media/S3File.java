package dev.photobridge.adapter.persistence.media;

import dev.photobridge.application.port.out.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;

/// An object of a bucket. Read from this server's copy where there is one; seeking in it makes one.
record S3File(S3Bucket bucket, LocalCopies copies, String path, long size) implements StoredFile {
  @Override
  public InputStream open() throws IOException {
    try {
      return Files.newInputStream(copies.of(path));
    } catch (NoSuchFileException _) {
      return bucket.open(path);
    }
  }

  @Override
  public InputStream open(long first, long length) throws IOException {
    try {
      return new PathFile(copies.of(path)).open(first, length);
    } catch (NoSuchFileException _) {
      return bucket.open(path, first, length);
    }
  }

  @Override
  public SeekableByteChannel openChannel() throws IOException {
    try {
      return Files.newByteChannel(copies.of(path));
    } catch (NoSuchFileException _) {
      try (InputStream bytes = bucket.open(path)) {
        return copies.fetch(bytes, path);
      }
    }
  }
}
