package dev.photobridge.application.port.out;

import java.util.Optional;

/// One thing that must be in order before photos can be taken.
public interface ReadinessProbe {
  /// What it looks at, such as `database`.
  String name();

  /// What is wrong with it and what to do, or empty when it is fine. Answers within two seconds.
  Optional<String> problem();
}
