package dev.photobridge.fault.installation;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The disk that the nodes' images lie on: one in memory where the system allows that, so that it
/// can be filled.
public final class MediaVolume implements AutoCloseable {
  private static final String SIZE = "2g";
  private static final int ROOM = 256 * 1024;
  private static final int MOST_ATTEMPTS = 20;

  private final Path folder;
  private final Optional<String> whyNotMounted;

  private MediaVolume(Path folder, Optional<String> whyNotMounted) {
    this.folder = folder;
    this.whyNotMounted = whyNotMounted;
  }

  /// Makes it at this folder.
  static MediaVolume at(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    try {
      Signals.run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "none", folder.toString());
      return new MediaVolume(folder, Optional.empty());
    } catch (IOException e) {
      return new MediaVolume(folder, Optional.of(String.valueOf(e.getMessage())));
    }
  }

  /// Where it is.
  public Path folder() {
    return folder;
  }

  /// Why it can't be filled; empty where it can.
  public Optional<String> obstacle() {
    return whyNotMounted;
  }

  /// Leaves next to no room on it.
  public void fill() throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      FileStore disk = Files.getFileStore(folder);
      long used = disk.getTotalSpace() - disk.getUnallocatedSpace();
      try {
        resize(Long.toString(used + ROOM));
        return;
      } catch (IOException e) {
        // somebody wrote more than that in between
        if (attempt >= MOST_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /// Gives it its room back.
  public void free() throws IOException, InterruptedException {
    resize(SIZE);
  }

  @Override
  public void close() throws IOException {
    if (whyNotMounted.isEmpty()) {
      try {
        Signals.run("umount", "-l", folder.toString());
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }

  private void resize(String size) throws IOException, InterruptedException {
    Signals.run("mount", "-o", "remount,size=" + size, folder.toString());
  }
}
