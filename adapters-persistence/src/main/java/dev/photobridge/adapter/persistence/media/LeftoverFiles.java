package dev.photobridge.adapter.persistence.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Files that a crash left behind: drafts that nobody writes any more, and kept files that never
/// got a row or lost it. Looked for now and then, since it means to read every folder.
final class LeftoverFiles {
  private static final Duration OLD = Duration.ofHours(1);
  private static final Duration INTERVAL = Duration.ofMinutes(10);
  private static final int BATCH = 500;

  private final MediaFolders folders;
  private final MediaTable table;
  private Instant next = Instant.MIN;

  LeftoverFiles(MediaFolders folders, MediaTable table) {
    this.folders = folders;
    this.table = table;
  }

  /// Deletes leftovers, unless that was done a short while ago.
  ///
  /// @return how many
  synchronized int deleteNowAndThen(Instant now) {
    if (now.isBefore(next)) {
      return 0;
    }
    next = now.plus(INTERVAL);
    try (Stream<Path> files = Files.walk(folders.root())) {
      return delete(files.filter(file -> isOld(file, now)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int delete(List<Path> old) throws IOException {
    int deleted = 0;
    for (int from = 0; from < old.size(); from += BATCH) {
      List<Path> batch = old.subList(from, Math.min(from + BATCH, old.size()));
      var paths = new ArrayList<String>();
      batch.forEach(file -> paths.add(folders.relative(file)));
      Set<String> known = table.known(paths);
      for (Path file : batch) {
        if (!known.contains(folders.relative(file)) && Files.deleteIfExists(file)) {
          deleted++;
        }
      }
    }
    return deleted;
  }

  private static boolean isOld(Path file, Instant now) {
    try {
      return Files.isRegularFile(file)
          && Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(OLD));
    } catch (NoSuchFileException _) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
