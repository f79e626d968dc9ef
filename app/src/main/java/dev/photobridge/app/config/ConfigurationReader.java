package dev.photobridge.app.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// Reads the configuration: the properties file, overridden by environment variables of the same
/// names.
///
/// @param home the program's folder, which default paths are below
/// @param environment the process's environment
public record ConfigurationReader(Path home, Map<String, String> environment) {
  public ConfigurationReader {
    environment = Map.copyOf(environment);
  }

  /// Reads and checks everything, and reports all mistakes at once.
  ///
  /// @param file the properties file; empty: `configs/photobridge.properties` if it is there
  public ConfigurationOutcome read(Optional<Path> file) {
    var values = new EnumMap<ConfigurationKey, ConfiguredValue>(ConfigurationKey.class);
    var problems = new ArrayList<String>();
    var warnings = new ArrayList<String>();
    Path usual = home.resolve("configs").resolve("photobridge.properties");
    if (file.isPresent() || Files.exists(usual)) {
      readFile(file.orElse(usual), values, problems, warnings);
    }
    readEnvironment(values);
    var checked = new CheckedValues(values, problems);
    Configuration configuration = new ConfigurationRules(home, checked).configuration();
    return problems.isEmpty()
        ? new ConfigurationOutcome.Valid(configuration, warnings)
        : new ConfigurationOutcome.Invalid(problems);
  }

  private static void readFile(
      Path file,
      Map<ConfigurationKey, ConfiguredValue> values,
      List<String> problems,
      List<String> warnings) {
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      problems.add(
          "%s can't be read (%s): it must be a readable properties file in UTF-8"
              .formatted(file, e.getMessage()));
      return;
    }
    for (String name : properties.stringPropertyNames()) {
      ConfigurationKey.named(name)
          .ifPresentOrElse(
              key -> put(values, key, properties.getProperty(name), file.toString()),
              () -> warnings.add(file + ": " + name + " is not a key; it has no effect"));
    }
  }

  private void readEnvironment(Map<ConfigurationKey, ConfiguredValue> values) {
    for (ConfigurationKey key : ConfigurationKey.values()) {
      Optional.ofNullable(environment.get(key.name()))
          .ifPresent(text -> put(values, key, text, "the environment"));
    }
  }

  /// An empty value means that the key is not set, so that one can be taken back in the
  /// environment.
  private static void put(
      Map<ConfigurationKey, ConfiguredValue> values,
      ConfigurationKey key,
      String text,
      String origin) {
    if (text.isBlank()) {
      values.remove(key);
    } else {
      values.put(key, new ConfiguredValue(text.strip(), origin));
    }
  }
}
