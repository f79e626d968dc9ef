package dev.photobridge.app.server;

import dev.photobridge.adapter.persistence.Database;
import dev.photobridge.adapter.persistence.DatabaseOpening;
import dev.photobridge.adapter.persistence.DatabaseSettings;
import dev.photobridge.adapter.persistence.JdbiSlotRepository;
import dev.photobridge.adapter.persistence.PostgresInspection;
import dev.photobridge.adapter.persistence.catalogue.CatalogueFile;
import dev.photobridge.adapter.persistence.catalogue.CatalogueReading;
import dev.photobridge.adapter.persistence.secrets.Credentials;
import dev.photobridge.adapter.persistence.secrets.CredentialsFile;
import dev.photobridge.adapter.persistence.secrets.CredentialsOutcome;
import dev.photobridge.app.config.Configuration;
import dev.photobridge.app.database.EmbeddedDatabase;
import dev.photobridge.application.engine.ProviderTimes;
import dev.photobridge.application.port.in.CheckReport;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.service.SlotImages;
import dev.photobridge.application.service.SlotInspection;
import dev.photobridge.application.service.UsedSetups;
import dev.photobridge.domain.check.CheckArea;
import dev.photobridge.domain.check.Finding;
import dev.photobridge.domain.check.FindingCode;
import dev.photobridge.domain.media.RetentionRules;
import dev.photobridge.domain.provider.ProviderCatalogue;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Looks at everything that the server needs, whether or not it runs. What it opens for that it
/// closes again.
public final class InstallationCheck {
  private final Configuration configuration;
  private final InstantSource clock;
  private final StartedParts parts;
  private final CheckAssembly check;

  private InstallationCheck(Configuration configuration, InstantSource clock, StartedParts parts) {
    this.configuration = configuration;
    this.clock = clock;
    this.parts = parts;
    this.check = new CheckAssembly(configuration, clock);
  }

  /// Looks at everything.
  public static CheckReport of(Configuration configuration) throws InterruptedException {
    try (var parts = new StartedParts()) {
      return new InstallationCheck(configuration, InstantSource.system(), parts).report();
    }
  }

  private CheckReport report() throws InterruptedException {
    Optional<ProviderCatalogue> catalogue = catalogue();
    Optional<Credentials> credentials = credentials();
    Optional<Database> database = database();
    if (catalogue.isPresent()) {
      lookAtProviders(catalogue.get(), credentials, database);
    }
    return check.service().run();
  }

  /// Empty where it has mistakes, which an inspection of its own tells.
  private Optional<ProviderCatalogue> catalogue() {
    return switch (new CatalogueFile(configuration.providersFile()).read()) {
      case CatalogueReading.Loaded(var catalogue) ->
          Optional.of(catalogue).filter(it -> CatalogueParameters.problem(it).isEmpty());
      case CatalogueReading.Invalid _ -> Optional.empty();
    };
  }

  /// Empty where there are none that can be used, which an inspection of its own tells.
  private Optional<Credentials> credentials() {
    return switch (new CredentialsFile(configuration.secretsFile()).look()) {
      case CredentialsOutcome.Loaded(var credentials) -> Optional.of(credentials);
      case CredentialsOutcome.Created(var credentials) -> Optional.of(credentials);
      case CredentialsOutcome.Invalid _ -> Optional.empty();
    };
  }

  private void lookAtProviders(
      ProviderCatalogue catalogue, Optional<Credentials> credentials, Optional<Database> database) {
    UsedSetups used =
        database
            .flatMap(
                opened ->
                    credentials.map(
                        known ->
                            UsedSetups.of(known.accounts(), new JdbiSlotRepository(opened.jdbi()))))
            .orElseGet(UsedSetups::unknown);
    ProviderClients clients = ProviderClients.of(configuration.providers(), clock);
    parts.add("the connections to providers", clients);
    check
        .andProviders(
            catalogue,
            clients,
            SecretAssembly.configuredKeys(configuration.providers(), catalogue),
            used,
            Map::of,
            new ProviderTimes())
        .andPublicAddress(catalogue, used, credentials);
    if (database.isPresent() && credentials.isPresent()) {
      lookAtSlots(catalogue, credentials.get(), database.get(), used);
    } else {
      check.and(new KnownFinding(Finding.of(CheckArea.SLOT, FindingCode.SLOTS_UNREAD)));
    }
  }

  private void lookAtSlots(
      ProviderCatalogue catalogue, Credentials credentials, Database database, UsedSetups used) {
    Configuration.Media media = configuration.media();
    try {
      MediaStore store = MediaAssembly.store(media, database.jdbi());
      var images =
          new SlotImages(
              credentials.accounts(),
              catalogue,
              new JdbiSlotRepository(database.jdbi()),
              store,
              new RetentionRules(media.sourceTtl(), media.resultTtl(), media.uploadTtl()),
              clock);
      check.and(new SlotInspection(catalogue, images, used));
    } catch (IOException e) {
      check.and(
          new KnownFinding(
              Finding.of(CheckArea.SLOT, FindingCode.PART_BROKEN).detailed(e.toString())));
    }
  }

  private Optional<Database> database() {
    if (configuration.database().isPresent()) {
      Configuration.Database given = configuration.database().get();
      return opened(
          new DatabaseSettings(given.url(), given.user().orElse(""), given.password().orElse("")));
    }
    try {
      Optional<DataDirectory> data = DataDirectory.take(configuration.dataDir());
      if (data.isEmpty()) {
        found(
            Finding.of(CheckArea.DATABASE, FindingCode.DATABASE_IN_USE)
                .with("folder", configuration.dataDir()));
        return Optional.empty();
      }
      parts.add("the lock of the data directory", data.get());
      EmbeddedDatabase embedded = EmbeddedDatabase.start(data.get().databaseFolder());
      parts.add("the embedded database", embedded);
      return opened(new DatabaseSettings(embedded.jdbcUrl(), embedded.user(), embedded.password()));
    } catch (IOException e) {
      found(
          Finding.of(CheckArea.DATABASE, FindingCode.DATABASE_AWAY)
              .detailed("the embedded database can't be started: " + e));
      return Optional.empty();
    }
  }

  private Optional<Database> opened(DatabaseSettings settings) {
    return switch (Database.open(settings)) {
      case DatabaseOpening.Opened opened -> {
        parts.add("the database connections", opened.database());
        check.and(new PostgresInspection(settings, clock));
        yield Optional.of(opened.database());
      }
      case DatabaseOpening.Failed failed -> {
        found(Finding.of(CheckArea.DATABASE, FindingCode.DATABASE_AWAY).detailed(failed.problem()));
        yield Optional.empty();
      }
    };
  }

  private void found(Finding finding) {
    check.and(new KnownFinding(finding));
  }
}
