package dev.photobridge.application.port.out;

import dev.photobridge.domain.provider.Cost;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Settings that operators change while the server runs.
public interface RuntimeSettings {
  /// `T_sync_response`: how long the booths wait for an answer.
  Duration syncTimeout();

  /// What all providers together may cost a day; empty where nothing bounds it.
  Optional<Cost> dailyCostCap();

  /// Changes how long the booths wait.
  ///
  /// @param timeout in whole seconds, at most 999
  /// @param now when that was asked for
  void changeSyncTimeout(Duration timeout, Instant now);

  /// Changes what all providers together may cost a day.
  ///
  /// @param cap null: nothing bounds it, whatever the configuration says
  /// @param now when that was asked for
  void changeDailyCostCap(@Nullable Cost cap, Instant now);
}
