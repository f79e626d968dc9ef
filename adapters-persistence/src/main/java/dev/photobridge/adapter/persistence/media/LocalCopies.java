package dev.photobridge.adapter.persistence.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whole files on this server's disk that lie in an object store as well: what it wrote a short
/// while ago, and what it had to fetch to read at any place. Safe for use by many threads.
final class LocalCopies {
  private static final Logger LOG = LoggerFactory.getLogger("photobridge.media");
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final char BAR = '_';

  private final Path folder;
  private final Path incoming;

  /// @param root `MEDIA_ROOT`, of this server alone
  /// @throws IOException when its folders can't be made
  LocalCopies(MediaFolders root) throws IOException {
    this.folder = Files.createDirectories(root.root().resolve("copies"));
    this.incoming = Files.createDirectories(root.incoming());
  }

  /// Where the copy of a kept file lies, if there is one.
  Path of(String path) {
    return folder.resolve(path.replace('/', BAR));
  }

  /// Takes a written file for the copy; without one, reading is slower, no more.
  void take(Path written, String path) {
    try {
      Files.move(written, of(path), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.warn("No local copy could be kept of an image: {}", e.toString());
    }
  }

  /// Makes a copy from these bytes and opens it. No reader ever sees half of it.
  SeekableByteChannel fetch(InputStream bytes, String path) throws IOException {
    Path draft = Files.createTempFile(incoming, "fetch-", ".part");
    try {
      try (OutputStream out = Files.newOutputStream(draft)) {
        bytes.transferTo(out);
      }
      // opened first: the copy may be deleted as soon as it lies there
      SeekableByteChannel opened = Files.newByteChannel(draft);
      take(draft, path);
      return opened;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /// Deletes the copy of a kept file, if there is one.
  void delete(String path) throws IOException {
    var _ = delete(of(path));
  }

  /// Deletes drafts that nobody writes any more, copies that have been here for a while, and those
  /// whose image is gone.
  ///
  /// @param table says which images there are
  /// @return how many
  int deleteOld(Instant now, MediaTable table) {
    try {
      int deleted = 0;
      for (Path draft : filesIn(incoming)) {
        deleted += isBefore(draft, now.minus(LeftoverFiles.OLD)) && delete(draft) ? 1 : 0;
      }
      List<Path> copies = filesIn(folder);
      Set<String> alive = table.known(copies.stream().map(LocalCopies::pathOf).toList());
      for (Path copy : copies) {
        boolean wanted = alive.contains(pathOf(copy)) && !isBefore(copy, now.minus(KEPT));
        deleted += !wanted && delete(copy) ? 1 : 0;
      }
      return deleted;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pathOf(Path copy) {
    return copy.getFileName().toString().replace(BAR, '/');
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static boolean isBefore(Path file, Instant moment) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  private static boolean delete(Path file) throws IOException {
    return Files.deleteIfExists(file);
  }
}
