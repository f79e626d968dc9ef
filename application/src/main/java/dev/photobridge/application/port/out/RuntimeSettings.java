package dev.photobridge.application.port.out;

import dev.photobridge.domain.provider.Cost;
import java.time.Duration;
import java.util.Optional;

/// Settings that operators change while the server runs.
public interface RuntimeSettings {
  /// `T_sync_response`: how long the booths wait for an answer.
  Duration syncTimeout();

  /// What all providers together may cost a day; empty where nothing bounds it.
  Optional<Cost> dailyCostCap();
}
