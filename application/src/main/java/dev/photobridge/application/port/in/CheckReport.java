package dev.photobridge.application.port.in;

import dev.photobridge.domain.check.Finding;
import dev.photobridge.domain.check.Verdict;
import java.util.Comparator;
import java.util.List;

/// What a readiness check found.
///
/// @param findings in the order of their areas
public record CheckReport(List<Finding> findings) {
  public CheckReport {
    findings = List.copyOf(findings);
  }

  /// The worst of the findings.
  public Verdict verdict() {
    return findings.stream()
        .map(Finding::verdict)
        .max(Comparator.naturalOrder())
        .orElse(Verdict.FINE);
  }
}
