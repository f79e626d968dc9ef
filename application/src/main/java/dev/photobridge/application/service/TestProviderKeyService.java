package dev.photobridge.application.service;

import dev.photobridge.application.port.in.TestProviderKeyUseCase;
import dev.photobridge.application.port.out.ProviderCheck;
import dev.photobridge.application.port.out.ProviderProbe;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Asks providers whether they take their keys.
public final class TestProviderKeyService implements TestProviderKeyUseCase {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final List<ProviderProbe> probes;
  private final LongSupplier nanoTime;

  /// @param probes of all providers that take a key
  /// @param nanoTime as [System#nanoTime()]
  public TestProviderKeyService(List<ProviderProbe> probes, LongSupplier nanoTime) {
    this.probes = List.copyOf(probes);
    this.nanoTime = nanoTime;
  }

  @Override
  public Optional<KeyTest> test(String provider) throws InterruptedException {
    for (ProviderProbe probe : probes) {
      if (probe.provider().value().equals(provider)) {
        long start = nanoTime.getAsLong();
        ProviderCheck check = probe.check(LONGEST);
        return Optional.of(new KeyTest(check, Duration.ofNanos(nanoTime.getAsLong() - start)));
      }
    }
    return Optional.empty();
  }
}
