package dev.photobridge.adapter.provider.http;

import dev.photobridge.application.port.out.DraftSource;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Drafts as files of a test's folder; what is not closed stays there.
public final class TempDrafts implements DraftSource {
  private final Path folder;
  private final AtomicInteger begun = new AtomicInteger();

  public TempDrafts(Path folder) {
    this.folder = folder;
  }

  @Override
  public MediaDraft begin() {
    return new Draft(folder.resolve("draft-" + begun.incrementAndGet()));
  }

  /// How many were begun so far.
  public int begun() {
    return begun.get();
  }

  /// Files that nobody threw away.
  public int left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return (int) files.filter(file -> file.getFileName().toString().startsWith("draft-")).count();
    }
  }

  /// The file as a stored one.
  public static StoredFile stored(Path file) {
    return new File(file);
  }

  private record Draft(Path path) implements MediaDraft {
    @Override
    public OutputStream write() throws IOException {
      return Files.newOutputStream(path);
    }

    @Override
    public StoredFile file() {
      return stored(path);
    }

    @Override
    public void close() {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  private record File(Path path) implements StoredFile {
    @Override
    public long size() {
      return path.toFile().length();
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
