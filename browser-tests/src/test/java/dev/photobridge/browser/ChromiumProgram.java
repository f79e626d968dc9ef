package dev.photobridge.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where the machine's own Chromium is.
final class ChromiumProgram {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private ChromiumProgram() {}

  /// The one that `CHROMIUM` names, or else the first on `PATH`.
  ///
  /// @throws IllegalStateException where `CHROMIUM` names no program
  static Optional<Path> in(Map<String, String> environment) {
    String named = environment.getOrDefault("CHROMIUM", "");
    if (!named.isBlank()) {
      Path program = Path.of(named);
      if (!Files.isExecutable(program)) {
        throw new IllegalStateException("CHROMIUM names no program: " + named);
      }
      return Optional.of(program);
    }
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(environment.getOrDefault("PATH", ""))
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .flatMap(folder -> namesIn(folder))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Stream<Path> namesIn(Path folder) {
    return NAMES.stream().map(folder::resolve);
  }
}
