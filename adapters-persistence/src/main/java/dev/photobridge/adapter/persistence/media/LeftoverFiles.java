package dev.photobridge.adapter.persistence.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Files that a crash left behind: drafts that nobody writes any more, and kept files that never
/// got a row or lost it. Looked for now and then, since it means to list every file.
final class LeftoverFiles {
  /// A younger file may still be written, or its row be about to be.
  static final Duration OLD = Duration.ofHours(1);

  private static final Duration INTERVAL = Duration.ofMinutes(10);
  private static final int BATCH = 500;

  private final KeptFiles files;
  private final MediaTable table;
  private Instant next = Instant.MIN;

  LeftoverFiles(KeptFiles files, MediaTable table) {
    this.files = files;
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
    try {
      return delete(files.writtenBefore(now.minus(OLD)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int delete(List<String> old) throws IOException {
    int deleted = 0;
    for (int from = 0; from < old.size(); from += BATCH) {
      List<String> batch = old.subList(from, Math.min(from + BATCH, old.size()));
      Set<String> known = table.known(batch);
      for (String path : batch) {
        if (!known.contains(path) && files.delete(path)) {
          deleted++;
        }
      }
    }
    return deleted;
  }
}
