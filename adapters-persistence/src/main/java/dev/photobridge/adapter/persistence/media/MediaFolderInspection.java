package dev.photobridge.adapter.persistence.media;

import dev.photobridge.application.port.out.Inspection;
import dev.photobridge.domain.check.CheckArea;
import dev.photobridge.domain.check.Finding;
import dev.photobridge.domain.check.FindingCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Whether a file can be written, read and deleted below `MEDIA_ROOT`.
public final class MediaFolderInspection implements Inspection {
  private static final String CONTENT = "a file to see whether images can be kept here";

  private final MediaFolders folders;

  /// @param root `MEDIA_ROOT`
  public MediaFolderInspection(Path root) {
    this.folders = new MediaFolders(root);
  }

  @Override
  public CheckArea area() {
    return CheckArea.MEDIA;
  }

  @Override
  public List<Finding> findings() {
    String folder = folders.root().toString();
    try {
      Files.createDirectories(folders.incoming());
      Path trial = folders.newDraft();
      try {
        Files.writeString(trial, CONTENT);
        if (!Files.readString(trial).equals(CONTENT)) {
          throw new IOException("what was written came back changed");
        }
      } finally {
        Files.deleteIfExists(trial);
      }
      return List.of(Finding.of(area(), FindingCode.MEDIA_WORKS).about(folder));
    } catch (IOException e) {
      return List.of(
          Finding.of(area(), FindingCode.MEDIA_FAILS).about(folder).detailed(e.toString()));
    }
  }
}
