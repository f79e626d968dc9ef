package dev.photobridge.adapter.persistence.media;

import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.StoredFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file in the folder of incoming files, until it is kept or thrown away.
final class FileDraft implements MediaDraft {
  private static final Logger LOG = LoggerFactory.getLogger("photobridge.media");

  private final Path path;
  private boolean begun;

  private FileDraft(Path path) {
    this.path = path;
  }

  /// A new, empty draft.
  static FileDraft in(MediaFolders folders) throws IOException {
    return new FileDraft(Files.createFile(folders.newDraft()));
  }

  /// Where the bytes of this draft lie.
  static Path written(MediaDraft draft) {
    if (draft instanceof FileDraft file) {
      return file.path;
    }
    throw new IllegalArgumentException("a draft is kept by the store that began it");
  }

  /// Cuts the file off only where there is something to cut: ext4 sends a file that was cut off to
  /// the disk as soon as it is closed (its `auto_da_alloc`), and most are not there for long.
  @Override
  public OutputStream write() throws IOException {
    OpenOption how = begun ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.CREATE;
    begun = true;
    return Files.newOutputStream(path, StandardOpenOption.WRITE, how);
  }

  @Override
  public StoredFile file() {
    return new PathFile(path);
  }

  @Override
  public void close() {
    try {
      // of no effect once the file was kept, since it has moved then
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.warn("A draft could not be deleted and is left to the cleaner: {}", e.toString());
    }
  }
}
