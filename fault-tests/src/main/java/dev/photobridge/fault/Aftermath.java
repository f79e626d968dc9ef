package dev.photobridge.fault;

import dev.photobridge.fault.booth.BoothForm;
import dev.photobridge.fault.installation.Conditions;
import dev.photobridge.fault.installation.Installation;
import dev.photobridge.fault.ledger.JobRow;
import dev.photobridge.fault.ledger.StorageState;
import dev.photobridge.fault.photo.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows and files when the booths have gone.
final class Aftermath {
  private static final String OPEN = "SELECT id FROM job WHERE finished_at IS NULL";
  private static final String EXPIRED = "SELECT path FROM media_object WHERE expires_at < now()";

  /// Longer than the hour for which files without a row are let be.
  private static final Duration AGE = Duration.ofHours(2);

  private static final Duration LONGEST_CLEANING = Duration.ofSeconds(60);

  private final Installation installation;

  Aftermath(Installation installation) {
    this.installation = installation;
  }

  /// Waits until no job is open, or for this long.
  void awaitEnds(Duration longest) {
    Conditions.await(() -> strings(OPEN).isEmpty(), longest);
  }

  /// Files that have no row now.
  int filesWithoutRow() {
    return filesWithoutRows().size();
  }

  /// Makes as if hours had passed for all files, lets a node that has just started clean up, and
  /// tells what is left.
  StorageState afterCleaning() throws IOException, InterruptedException {
    Conditions.await(() -> strings(EXPIRED).isEmpty(), LONGEST_CLEANING);
    var old = FileTime.from(Instant.now().minus(AGE));
    for (Path file : files()) {
      try {
        Files.setLastModifiedTime(file, old);
      } catch (NoSuchFileException _) {
        // cleaned up at this moment
      }
    }
    var node = installation.nodes().getFirst();
    node.kill();
    node.start();
    node.awaitReady();
    Conditions.await(
        () -> filesWithoutRows().isEmpty() && strings(EXPIRED).isEmpty(), LONGEST_CLEANING);
    return new StorageState(filesWithoutRows(), rowsWithoutFile(), strings(EXPIRED));
  }

  /// Every job.
  List<JobRow> jobs() throws SQLException {
    var jobs = new ArrayList<JobRow>();
    try (Connection connection = installation.postgres().toNodesDatabase();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT job.id, slot_id, fields->>'%s' AS photo, state, lost_attempts,
                       failure_kind || ' ' || coalesce(failure_reason, '') || ': '
                         || coalesce(failure_detail, '') AS failure, path
                FROM job LEFT JOIN media_object ON media_object.id = result_media_id
                ORDER BY received_at
                """
                    .formatted(BoothForm.NAME_FIELD))) {
      while (row.next()) {
        jobs.add(job(row));
      }
    }
    return jobs;
  }

  private JobRow job(ResultSet row) throws SQLException {
    return new JobRow(
        row.getString("id"),
        row.getString("slot_id"),
        BoothForm.numberOf(row.getString("photo")).orElse(-1),
        row.getString("state"),
        row.getInt("lost_attempts"),
        row.getString("failure"),
        digest(row.getString("path")));
  }

  private @Nullable String digest(@Nullable String path) {
    if (path == null) {
      return null;
    }
    try {
      return Digest.of(Files.readAllBytes(root().resolve(path)));
    } catch (NoSuchFileException _) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> filesWithoutRows() {
    Set<String> known = new HashSet<>(strings("SELECT path FROM media_object"));
    return files().stream()
        .map(file -> root().relativize(file).toString())
        .filter(Predicate.not(known::contains))
        .toList();
  }

  private List<String> rowsWithoutFile() {
    return strings("SELECT path FROM media_object WHERE expires_at > now() + interval '1 minute'")
        .stream()
        .filter(path -> !Files.exists(root().resolve(path)))
        .toList();
  }

  private List<Path> files() {
    try (Stream<Path> all = Files.walk(root())) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path root() {
    return installation.media().folder();
  }

  private List<String> strings(String sql) {
    var found = new ArrayList<String>();
    try (Connection connection = installation.postgres().toNodesDatabase();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        found.add(row.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }
}
