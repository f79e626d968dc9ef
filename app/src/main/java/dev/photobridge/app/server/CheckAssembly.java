package dev.photobridge.app.server;

import dev.photobridge.adapter.http.link.HttpPublicAddress;
import dev.photobridge.adapter.http.link.InstallationMark;
import dev.photobridge.adapter.persistence.DiskInspection;
import dev.photobridge.adapter.persistence.PostgresInspection;
import dev.photobridge.adapter.persistence.catalogue.CatalogueFileInspection;
import dev.photobridge.adapter.persistence.secrets.Credentials;
import dev.photobridge.adapter.persistence.secrets.SecretsFileInspection;
import dev.photobridge.adapter.provider.http.PublicAddresses;
import dev.photobridge.app.config.Configuration;
import dev.photobridge.application.engine.ProviderTimes;
import dev.photobridge.application.port.out.Inspection;
import dev.photobridge.application.port.out.ProviderMonitor;
import dev.photobridge.application.port.out.ProviderProbe;
import dev.photobridge.application.port.out.PublicAddress;
import dev.photobridge.application.service.ClockInspection;
import dev.photobridge.application.service.ModelInspection;
import dev.photobridge.application.service.ProviderInspection;
import dev.photobridge.application.service.ProviderKeys;
import dev.photobridge.application.service.PublicAddressInspection;
import dev.photobridge.application.service.RunReadinessCheckService;
import dev.photobridge.application.service.SlotImages;
import dev.photobridge.application.service.SlotInspection;
import dev.photobridge.application.service.UsedSetups;
import dev.photobridge.domain.provider.ProviderCatalogue;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The inspections of a readiness check: one list for the running server and for the command line.
final class CheckAssembly {
  /// Longer than any inspection that works, shorter than the patience of whoever asked.
  private static final Duration LONGEST = Duration.ofSeconds(14);

  private final Configuration configuration;
  private final InstantSource clock;
  private final List<Inspection> inspections = new ArrayList<>();

  /// Begins with what can be looked at whatever else is broken.
  CheckAssembly(Configuration configuration, InstantSource clock) {
    this.configuration = configuration;
    this.clock = clock;
    inspections.add(
        new CatalogueFileInspection(configuration.providersFile(), CatalogueParameters::problem));
    inspections.add(new SecretsFileInspection(configuration.secretsFile(), clock));
    inspections.add(
        new DiskInspection(List.of(configuration.dataDir(), configuration.media().root())));
    inspections.add(new ClockInspection(clock, configuration.jobs().timeZone()));
    inspections.add(MediaAssembly.inspection(configuration.media()));
  }

  /// Looks at this, too.
  CheckAssembly and(Inspection inspection) {
    inspections.add(inspection);
    return this;
  }

  /// Looks at the providers, and at what slots need of them.
  ///
  /// @param monitor knows what providers said of their models
  /// @param times knows how long they took
  CheckAssembly andProviders(
      ProviderCatalogue catalogue,
      ProviderClients clients,
      ProviderKeys keys,
      UsedSetups used,
      ProviderMonitor monitor,
      ProviderTimes times) {
    for (ProviderProbe probe :
        ProviderProbes.of(configuration.providers(), keys, clients, catalogue)) {
      and(new ProviderInspection(probe, catalogue, used, times, clients));
    }
    return and(new ModelInspection(catalogue, monitor, used, clock));
  }

  /// Looks whether the outside finds the server.
  ///
  /// @param credentials by which it knows itself; empty where there are none yet
  CheckAssembly andPublicAddress(
      ProviderCatalogue catalogue, UsedSetups used, Optional<Credentials> credentials) {
    Optional<URI> address = configuration.http().publicBaseUrl();
    PublicAddress there =
        new HttpPublicAddress(
            address,
            address.filter(PublicAddresses::mayBePublic).isPresent(),
            credentials.map(Credentials::jwtSecret).map(InstallationMark::of));
    return and(new PublicAddressInspection(catalogue, there, used));
  }

  /// The check.
  RunReadinessCheckService service() {
    return new RunReadinessCheckService(inspections, LONGEST, clock);
  }

  /// The check of a running server.
  static RunReadinessCheckService ofServer(
      Configuration configuration,
      Credentials credentials,
      ProviderCatalogue catalogue,
      Storage storage,
      RunningProviders running,
      SlotImages images,
      InstantSource clock) {
    UsedSetups used = UsedSetups.of(credentials.accounts(), storage.slots());
    return new CheckAssembly(configuration, clock)
        .and(new PostgresInspection(storage.settings(), clock))
        .andProviders(
            catalogue, running.clients(), running.keys(), used, running.monitor(), running.times())
        .and(new SlotInspection(catalogue, images, used))
        .andPublicAddress(catalogue, used, Optional.of(credentials))
        .service();
  }

  /// What a running server knows of its providers.
  record RunningProviders(
      ProviderClients clients, ProviderKeys keys, ProviderMonitor monitor, ProviderTimes times) {}
}
