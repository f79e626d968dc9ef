package dev.photobridge.application.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.in.CheckReadinessUseCase.Check;
import dev.photobridge.application.port.in.CheckReadinessUseCase.Readiness;
import dev.photobridge.application.port.out.ReadinessProbe;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckReadinessServiceTest {
  private static final ReadinessProbe FINE = new Probe("database", Optional.empty());
  private static final ReadinessProbe BROKEN =
      new Probe("media", Optional.of("the disk is full: make room"));

  private record Probe(String name, Optional<String> problem) implements ReadinessProbe {}

  private static Readiness check(ReadinessProbe... probes) {
    return new CheckReadinessService(List.of(probes)).check();
  }

  @Test
  void isReadyWhenNothingIsWrong() {
    assertThat(check(FINE, FINE).isReady()).isTrue();
    assertThat(check().isReady()).isTrue();
  }

  @Test
  void isNotReadyWhenOneThingIsWrongAndNamesIt() {
    Readiness readiness = check(FINE, BROKEN);

    assertThat(readiness.isReady()).isFalse();
    assertThat(readiness.checks())
        .containsExactly(
            new Check("database", Optional.empty()),
            new Check("media", Optional.of("the disk is full: make room")));
  }
}
