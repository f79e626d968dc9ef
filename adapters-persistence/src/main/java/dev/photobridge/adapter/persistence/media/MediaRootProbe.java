package dev.photobridge.adapter.persistence.media;

import dev.photobridge.application.port.out.ReadinessProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Whether images can be stored: the folder is writable and has room.
public final class MediaRootProbe implements ReadinessProbe {
  private static final long LEAST_FREE_BYTES = 200L * 1024 * 1024;

  private final Path root;
  private final long leastFreeBytes;

  /// @param root `MEDIA_ROOT`
  public MediaRootProbe(Path root) {
    this(root, LEAST_FREE_BYTES);
  }

  MediaRootProbe(Path root, long leastFreeBytes) {
    this.root = root;
    this.leastFreeBytes = leastFreeBytes;
  }

  @Override
  public String name() {
    return "media";
  }

  @Override
  public Optional<String> problem() {
    try {
      Path trial = Files.createTempFile(Files.createDirectories(root), "probe-", ".part");
      Files.delete(trial);
      long free = Files.getFileStore(root).getUsableSpace();
      return free >= leastFreeBytes
          ? Optional.empty()
          : Optional.of(
              "the disk of %s has only %d MB left; free some, or set MEDIA_ROOT to another disk"
                  .formatted(root, free / (1024 * 1024)));
    } catch (IOException e) {
      return Optional.of("%s can't be written (%s); check its owner and rights".formatted(root, e));
    }
  }
}
