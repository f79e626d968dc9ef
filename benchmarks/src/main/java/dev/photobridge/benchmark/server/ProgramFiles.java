package dev.photobridge.benchmark.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the packaged program lies, and how its launcher starts it.
public final class ProgramFiles {
  private ProgramFiles() {}

  /// The program's folder, which `benchmarks/run` names.
  public static Path home() {
    return Path.of(System.getProperty("photobridge.home", ".")).toAbsolutePath().normalize();
  }

  /// A folder for what benchmarks leave behind.
  public static Path workFolder() {
    return home().resolve("benchmarks").resolve("target").resolve("work");
  }

  static Path jar() {
    return home().resolve("app").resolve("target").resolve("photobridge.jar");
  }

  /// The record of a start that the launcher makes with `rehearse` and uses from then on; empty
  /// where there is none of the program as it is now.
  public static Optional<Path> startRecord() throws IOException {
    FileTime built = Files.getLastModifiedTime(jar());
    try (Stream<Path> files = Files.list(jar().resolveSibling("."))) {
      for (Path file : files.filter(ProgramFiles::isStartRecord).toList()) {
        if (Files.getLastModifiedTime(file).compareTo(built) >= 0) {
          return Optional.of(file.normalize());
        }
      }
      return Optional.empty();
    }
  }

  /// As in `photobridge`, the launcher, and what `benchmarks/run` adds.
  static List<String> launcherOptions() throws IOException {
    var options =
        new ArrayList<>(
            List.of(
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Dphotobridge.home=" + home()));
    startRecord()
        .ifPresent(
            record ->
                options.addAll(
                    List.of("-XX:AOTCache=" + record, "-Xlog:aot=off", "-Xlog:cds=off")));
    Stream.of(System.getProperty("photobridge.benchmark.options", "").split(" ", -1))
        .filter(option -> !option.isBlank())
        .forEach(options::add);
    return options;
  }

  private static boolean isStartRecord(Path file) {
    return file.getFileName().toString().matches("start-.*\\.aot");
  }
}
