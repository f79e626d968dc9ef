package dev.photobridge.app.cli;

import dev.photobridge.app.config.Configuration;
import dev.photobridge.app.config.ConfigurationOutcome;
import dev.photobridge.app.config.ConfigurationReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--config`, and reading what it names.
final class ConfigurationOption {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Properties file; configs/photobridge.properties where it exists. Environment variables"
              + " win.")
  private @Nullable Path file;

  /// The program's folder.
  static Path home() {
    return Path.of(System.getProperty("photobridge.home", ".")).toAbsolutePath().normalize();
  }

  /// The configuration, or empty once its mistakes are printed.
  Optional<Configuration> read(PrintWriter err) {
    var reader = new ConfigurationReader(home(), System.getenv());
    return switch (reader.read(Optional.ofNullable(file))) {
      case ConfigurationOutcome.Valid valid -> {
        valid.warnings().forEach(warning -> err.println("Note: " + warning));
        yield Optional.of(valid.configuration());
      }
      case ConfigurationOutcome.Invalid invalid -> {
        err.println("The configuration has mistakes:");
        invalid.problems().forEach(problem -> err.println("  - " + problem));
        err.println("configs/photobridge.example.properties explains every key.");
        yield Optional.empty();
      }
    };
  }
}
