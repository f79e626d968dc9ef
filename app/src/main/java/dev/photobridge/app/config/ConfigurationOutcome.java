package dev.photobridge.app.config;

import java.util.List;

/// What reading the configuration brought.
public sealed interface ConfigurationOutcome {
  /// A configuration to work with.
  ///
  /// @param warnings what looks like a mistake but does no harm, such as an unknown key
  record Valid(Configuration configuration, List<String> warnings) implements ConfigurationOutcome {
    public Valid {
      warnings = List.copyOf(warnings);
    }
  }

  /// Mistakes, each naming the key, where it was set, and what is allowed.
  record Invalid(List<String> problems) implements ConfigurationOutcome {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }
}
