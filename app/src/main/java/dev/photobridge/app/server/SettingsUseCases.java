package dev.photobridge.app.server;

import dev.photobridge.adapter.persistence.secrets.Credentials;
import dev.photobridge.application.port.in.ChangeProviderKeyUseCase;
import dev.photobridge.application.port.in.ChangeSettingsUseCase;
import dev.photobridge.application.port.in.ClearMediaCacheUseCase;
import dev.photobridge.application.port.in.ListAuditEntriesUseCase;
import dev.photobridge.application.port.in.ReadSettingsUseCase;
import dev.photobridge.application.port.in.TestProviderKeyUseCase;
import dev.photobridge.application.port.out.ProviderProbe;
import dev.photobridge.application.service.AuditedChanges;
import dev.photobridge.application.service.ChangeProviderKeyService;
import dev.photobridge.application.service.ChangeSettingsService;
import dev.photobridge.application.service.ClearMediaCacheService;
import dev.photobridge.application.service.ListAuditEntriesService;
import dev.photobridge.application.service.ReadSettingsService;
import dev.photobridge.application.service.SecretChanges;
import dev.photobridge.application.service.TestProviderKeyService;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/// The use cases of the settings page.
record SettingsUseCases(
    ReadSettingsUseCase read,
    ChangeSettingsUseCase change,
    ChangeProviderKeyUseCase changeKey,
    TestProviderKeyUseCase testKey,
    ClearMediaCacheUseCase clearMediaCache,
    ListAuditEntriesUseCase audit) {
  static SettingsUseCases of(
      Credentials credentials,
      Storage storage,
      SecretAssembly secrets,
      List<ProviderProbe> probes,
      InstantSource clock) {
    var changes = new AuditedChanges(storage.audit(), storage.changes(), clock);
    var secretChanges = new SecretChanges(storage.vault(), secrets.current(), changes);
    return new SettingsUseCases(
        new ReadSettingsService(
            credentials.ingestPassword(),
            storage.vault(),
            storage.runtime(),
            secrets.keys(),
            storage.results(),
            clock),
        new ChangeSettingsService(storage.runtime(), secretChanges, changes, new SecureRandom()),
        new ChangeProviderKeyService(secrets.keys(), storage.vault(), secretChanges),
        new TestProviderKeyService(probes, System::nanoTime),
        new ClearMediaCacheService(storage.results(), changes),
        new ListAuditEntriesService(storage.audit()));
  }
}
