package dev.photobridge.benchmark.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  /// As in `photobridge`, the launcher, and what `benchmarks/run` was told to add.
  static List<String> launcherOptions() {
    var options =
        new ArrayList<>(
            List.of(
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Dphotobridge.home=" + home()));
    Stream.of(System.getProperty("photobridge.benchmark.options", "").split(" ", -1))
        .filter(option -> !option.isBlank())
        .forEach(options::add);
    return options;
  }
}
