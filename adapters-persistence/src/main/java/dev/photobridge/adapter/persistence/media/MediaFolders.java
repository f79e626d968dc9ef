package dev.photobridge.adapter.persistence.media;

import dev.photobridge.domain.media.MediaKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// Where files lie below `MEDIA_ROOT`: drafts in `incoming`, kept files where [MediaPaths] says.
record MediaFolders(Path root) {
  private static final int FAN_OUT = 256;

  /// Makes all folders, so that keeping a file never has to.
  void create() throws IOException {
    Files.createDirectories(incoming());
    for (MediaKind kind : MediaKind.values()) {
      for (int i = 0; i < FAN_OUT; i++) {
        Files.createDirectories(root.resolve(MediaPaths.folder(kind)).resolve("%02x".formatted(i)));
      }
    }
  }

  Path incoming() {
    return root.resolve("incoming");
  }

  Path newDraft() {
    return incoming().resolve(UUID.randomUUID() + ".part");
  }

  Path absolute(String relativePath) {
    return root.resolve(relativePath);
  }

  /// A file's path below the root, with slashes on every system.
  String relative(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }
}
