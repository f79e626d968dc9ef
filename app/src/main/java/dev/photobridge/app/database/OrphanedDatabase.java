package dev.photobridge.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What a killed server leaves behind: its database goes on running, and a second one can't start
/// on the same files.
final class OrphanedDatabase {
  private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

  private OrphanedDatabase() {}

  /// Stops the database that still runs on these files, if one does. Whoever calls holds the data
  /// directory, so nobody else can be using it.
  ///
  /// @param programs where its program was unpacked
  /// @param data its files, named as at its start; a process that is neither that program nor was
  ///   started on these files is left alone
  static void stop(Path programs, Path data) throws IOException {
    Optional<ProcessHandle> orphan = runningOn(data).filter(found -> isOurs(programs, data, found));
    if (orphan.isPresent()) {
      stop(orphan.get());
    }
  }

  /// The first line of `postmaster.pid` is the process (PostgreSQL's documentation, "Database File
  /// Layout").
  private static Optional<ProcessHandle> runningOn(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Files.readString(file)
        .lines()
        .findFirst()
        .map(String::strip)
        .filter(line -> line.matches("[0-9]{1,10}"))
        .flatMap(line -> ProcessHandle.of(Long.parseLong(line)));
  }

  /// By its program, or by the files it was started on where the system tells (Windows does not).
  private static boolean isOurs(Path programs, Path data, ProcessHandle process) {
    ProcessHandle.Info info = process.info();
    boolean isOurProgram =
        info.command().map(command -> Path.of(command).startsWith(programs)).orElse(false);
    boolean isOnOurFiles =
        info.arguments()
            .map(arguments -> List.of(arguments).contains(data.toString()))
            .orElse(false);
    return isOurProgram || isOnOurFiles;
  }

  private static void stop(ProcessHandle orphan) throws IOException {
    orphan.destroy();
    if (!ended(orphan)) {
      // its log makes good what it could not write
      orphan.destroyForcibly();
      if (!ended(orphan)) {
        throw new IOException(
            "the database of an earlier start can't be stopped: process " + orphan.pid());
      }
    }
  }

  private static boolean ended(ProcessHandle process) {
    try {
      process.onExit().get(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
