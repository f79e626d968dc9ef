package dev.photobridge.application.port.in;

import java.util.List;
import java.util.Optional;

/// Use case: is everything in order to take photos?
public interface CheckReadinessUseCase {
  /// Looks at everything that photos need.
  Readiness check();

  /// What was found.
  record Readiness(List<Check> checks) {
    public Readiness {
      checks = List.copyOf(checks);
    }

    /// Whether photos can be taken.
    public boolean isReady() {
      return checks.stream().allMatch(check -> check.problem().isEmpty());
    }
  }

  /// One thing looked at.
  ///
  /// @param problem what is wrong and what to do; empty when it is fine
  record Check(String name, Optional<String> problem) {}
}
