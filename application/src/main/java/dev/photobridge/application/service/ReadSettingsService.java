package dev.photobridge.application.service;

import dev.photobridge.application.port.in.ReadSettingsUseCase;
import dev.photobridge.application.port.out.KeptSecret;
import dev.photobridge.application.port.out.MediaCache;
import dev.photobridge.application.port.out.RuntimeSettings;
import dev.photobridge.application.port.out.SecretName;
import dev.photobridge.application.port.out.SecretVault;
import java.time.InstantSource;

/// Gathers the settings, as they are stored at the moment.
public final class ReadSettingsService implements ReadSettingsUseCase {
  private final String firstIngestPassword;
  private final SecretVault vault;
  private final RuntimeSettings settings;
  private final ProviderKeys keys;
  private final MediaCache results;
  private final InstantSource clock;

  /// @param firstIngestPassword holds as long as no operator changed it
  public ReadSettingsService(
      String firstIngestPassword,
      SecretVault vault,
      RuntimeSettings settings,
      ProviderKeys keys,
      MediaCache results,
      InstantSource clock) {
    this.firstIngestPassword = firstIngestPassword;
    this.vault = vault;
    this.settings = settings;
    this.keys = keys;
    this.results = results;
    this.clock = clock;
  }

  @Override
  public Settings read() {
    KeptSecret password = vault.find(SecretName.INGEST_PASSWORD);
    return new Settings(
        password instanceof KeptSecret.Known(String value, _) ? value : firstIngestPassword,
        password instanceof KeptSecret.Lost,
        settings.syncTimeout(),
        settings.dailyCostCap(),
        keys.providers().stream()
            .map(provider -> keys.view(provider, vault.find(SecretName.keyOf(provider.id()))))
            .toList(),
        results.kept(clock.instant()));
  }
}
