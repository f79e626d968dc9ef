package dev.photobridge.app.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The folder that holds everything, held by this process alone until it is closed.
public final class DataDirectory implements AutoCloseable {
  private final Path path;
  private final FileChannel lockFile;

  private DataDirectory(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /// Takes the folder, creating it where it is missing; empty when another process has it.
  ///
  /// @throws IOException when it can't be created or written
  public static Optional<DataDirectory> take(Path path) throws IOException {
    Files.createDirectories(path);
    FileChannel channel =
        FileChannel.open(
            path.resolve("photobridge.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new DataDirectory(path, channel));
      }
    } catch (OverlappingFileLockException _) {
      // held by another server in this very process, as in tests
    }
    channel.close();
    return Optional.empty();
  }

  /// Where the embedded database lives.
  public Path databaseFolder() {
    return path.resolve("postgres");
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
