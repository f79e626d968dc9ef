package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.RuntimeSettings;
import dev.photobridge.domain.provider.Cost;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Settings that a test may change: booths wait for 50 s, and nothing bounds the costs.
public final class SettableSettings implements RuntimeSettings {
  private volatile Duration syncTimeout = Duration.ofSeconds(50);
  private volatile Optional<Cost> dailyCostCap = Optional.empty();

  /// With another time that booths wait.
  public static RuntimeSettings waiting(Duration syncTimeout) {
    var settings = new SettableSettings();
    settings.syncTimeout = syncTimeout;
    return settings;
  }

  public void capCostsADay(Cost cap) {
    dailyCostCap = Optional.of(cap);
  }

  @Override
  public Duration syncTimeout() {
    return syncTimeout;
  }

  @Override
  public Optional<Cost> dailyCostCap() {
    return dailyCostCap;
  }

  @Override
  public void changeSyncTimeout(Duration timeout, Instant now) {
    syncTimeout = timeout;
  }

  @Override
  public void changeDailyCostCap(@Nullable Cost cap, Instant now) {
    dailyCostCap = Optional.ofNullable(cap);
  }
}
