package dev.photobridge.adapter.persistence.media;

import dev.photobridge.adapter.persistence.media.KeptFiles.FoundFile;
import dev.photobridge.application.port.out.KeptResult;
import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files and their rows, kept in step: a file before its row, and the row gone before its file.
final class RecordedFiles {
  private static final Logger LOG = LoggerFactory.getLogger("photobridge.media");
  private static final int BATCH = 500;

  private final KeptFiles files;
  private final MediaTable table;
  private final LeftoverFiles leftovers;

  RecordedFiles(KeptFiles files, MediaTable table) {
    this.files = files;
    this.table = table;
    this.leftovers = new LeftoverFiles(files, table);
  }

  MediaObject keep(Path written, NewMedia media) throws IOException {
    MediaObject wanted = named(MediaPaths.idFor(media), media);
    files.put(written, wanted);
    boolean recorded = false;
    try {
      MediaObject kept = record(wanted, media);
      recorded = true;
      return kept;
    } catch (UnableToExecuteStatementException e) {
      if (media.parent() != null && table.find(media.parent()).isEmpty()) {
        throw new NoSuchFileException(media.parent().toString());
      }
      throw e;
    } finally {
      // a result was paid for: it stays, to be found by its job
      if (!recorded && media.kind() != MediaKind.RESULT) {
        delete(MediaPaths.of(wanted));
      }
    }
  }

  KeptResult findResult(JobId job) throws IOException {
    List<FoundFile> found = files.startingWith(MediaPaths.startOfResults(job.result()));
    if (found.isEmpty()) {
      return new KeptResult.Missing();
    }
    Optional<MediaObject> recorded =
        table.find(job.result()).filter(media -> isAmong(found, MediaPaths.of(media)));
    return recorded.isPresent()
        ? new KeptResult.Recorded(recorded.get())
        : new KeptResult.Unrecorded(files.file(found.getFirst()));
  }

  MediaObject adopt(NewMedia result) throws IOException {
    MediaId id = Objects.requireNonNull(result.job()).result();
    MediaObject wanted = named(id, result);
    String path = MediaPaths.of(wanted);
    if (!exists(path)) {
      throw new NoSuchFileException(path);
    }
    return record(wanted, result);
  }

  void deleteJob(JobId job, MediaId source) {
    table.deleteJob(job, source).forEach(this::delete);
  }

  int deleteExpired(Instant now) {
    int deleted = 0;
    List<String> batch;
    do {
      // rows first: whatever happens then, a file without a row is found below
      batch = table.deleteExpired(now, BATCH);
      for (String path : batch) {
        deleted += delete(path) ? 1 : 0;
      }
    } while (batch.size() >= BATCH);
    return deleted + leftovers.deleteNowAndThen(now);
  }

  /// Writes the row of a file that is in its place, unless the id has a row with a file already.
  private MediaObject record(MediaObject wanted, NewMedia media) throws IOException {
    String path = MediaPaths.of(wanted);
    // each further round means that somebody else changed the row in between
    while (!table.insert(wanted.id(), path, media)) {
      Optional<MediaObject> first = table.find(wanted.id());
      String firstPath = first.map(MediaPaths::of).orElse(path);
      if (first.isPresent() && (firstPath.equals(path) || exists(firstPath))) {
        if (!firstPath.equals(path)) {
          delete(path);
        }
        return first.get();
      }
      // a row that lost its file must not keep a new result out
      table.delete(wanted.id(), firstPath);
    }
    return wanted;
  }

  private boolean exists(String path) throws IOException {
    return isAmong(files.startingWith(path), path);
  }

  private boolean delete(String path) {
    try {
      return files.delete(path);
    } catch (IOException e) {
      // one file that resists must not keep the others; it is looked for again as a leftover
      LOG.warn("An image could not be deleted, trying again later: {}", e.toString());
      return false;
    }
  }

  private static boolean isAmong(List<FoundFile> found, String path) {
    return found.stream().anyMatch(file -> file.path().equals(path));
  }

  private static MediaObject named(MediaId id, NewMedia media) {
    return new MediaObject(id, media.kind(), media.facts(), media.createdAt(), media.expiresAt());
  }
}
