package dev.photobridge.adapter.persistence.media;

import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.StoredFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file in the folder of incoming files, until it is kept or thrown away.
final class FileDraft implements MediaDraft {
  private static final Logger LOG = LoggerFactory.getLogger("photobridge.media");

  private final Path path;

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

  @Override
  public OutputStream write() throws IOException {
    return Files.newOutputStream(path);
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
