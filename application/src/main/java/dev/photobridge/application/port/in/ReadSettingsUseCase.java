package dev.photobridge.application.port.in;

import dev.photobridge.domain.media.PhotoSum;
import dev.photobridge.domain.provider.Cost;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Use case: what is set for the whole installation?
public interface ReadSettingsUseCase {
  /// What is set now.
  Settings read();

  /// The settings of the installation.
  ///
  /// @param ingestPassword what has to be typed into the booth software
  /// @param ingestPasswordLost whether another one was set that can't be decrypted any more
  /// @param syncTimeout how long booths wait
  /// @param dailyCostCap what all slots together may cost a day; empty: whatever they cost
  /// @param keys of every provider that takes one
  /// @param results the processed photos that are kept
  record Settings(
      String ingestPassword,
      boolean ingestPasswordLost,
      Duration syncTimeout,
      Optional<Cost> dailyCostCap,
      List<ProviderKeyView> keys,
      PhotoSum results) {
    public Settings {
      keys = List.copyOf(keys);
    }

    @Override
    public String toString() {
      return "Settings[secret]";
    }
  }
}
