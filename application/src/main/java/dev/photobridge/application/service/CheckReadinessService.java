package dev.photobridge.application.service;

import dev.photobridge.application.port.in.CheckReadinessUseCase;
import dev.photobridge.application.port.out.ReadinessProbe;
import java.util.List;

/// Asks every probe.
public final class CheckReadinessService implements CheckReadinessUseCase {
  private final List<ReadinessProbe> probes;

  /// @param probes in the order in which they are reported
  public CheckReadinessService(List<ReadinessProbe> probes) {
    this.probes = List.copyOf(probes);
  }

  @Override
  public Readiness check() {
    return new Readiness(
        probes.stream().map(probe -> new Check(probe.name(), probe.problem())).toList());
  }
}
