package dev.photobridge.adapter.provider.testing;

import dev.photobridge.application.port.out.DraftSource;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.StoredFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Drafts as files of a test's folder; those that nobody closed are there to see.
public final class DraftFolder implements DraftSource {
  private final Path folder;
  private final AtomicInteger begun = new AtomicInteger();

  public DraftFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public MediaDraft begin() throws IOException {
    return new FileDraft(Files.createFile(folder.resolve("draft-" + begun.incrementAndGet())));
  }

  /// How many drafts were begun.
  public int begun() {
    return begun.get();
  }

  /// How many drafts there are that were not closed.
  public long left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("draft-")).count();
    }
  }

  private record FileDraft(Path path) implements MediaDraft {
    @Override
    public OutputStream write() throws IOException {
      return Files.newOutputStream(path);
    }

    @Override
    public StoredFile file() {
      return PhotoFiles.stored(path);
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
}
