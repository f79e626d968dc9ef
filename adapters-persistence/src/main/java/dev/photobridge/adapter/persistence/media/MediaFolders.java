package dev.photobridge.adapter.persistence.media;

import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;

/// Where files lie below `MEDIA_ROOT`: drafts in `incoming`, kept files by kind and the first two
/// digits of their id. Names are made here alone; nothing that came from outside is ever part of a
/// path.
record MediaFolders(Path root) {
  private static final int FAN_OUT = 256;

  /// Makes all folders, so that keeping a file never has to.
  void create() throws IOException {
    Files.createDirectories(incoming());
    for (MediaKind kind : MediaKind.values()) {
      for (int i = 0; i < FAN_OUT; i++) {
        Files.createDirectories(folder(kind).resolve("%02x".formatted(i)));
      }
    }
  }

  Path incoming() {
    return root.resolve("incoming");
  }

  Path newDraft() {
    return incoming().resolve(UUID.randomUUID() + ".part");
  }

  /// A kept file's path below the root, with slashes on every system.
  static String relativePath(MediaId id, MediaKind kind, MediaType type) {
    String name = id.toString();
    return "%s/%s/%s.%s".formatted(name(kind), name.substring(0, 2), name, type.extension());
  }

  Path absolute(String relativePath) {
    return root.resolve(relativePath);
  }

  String relative(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private Path folder(MediaKind kind) {
    return root.resolve(name(kind));
  }

  private static String name(MediaKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
