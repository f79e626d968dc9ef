package dev.photobridge.app.server;

import dev.photobridge.adapter.persistence.Database;
import dev.photobridge.adapter.persistence.DatabaseOpening;
import dev.photobridge.adapter.persistence.DatabaseSettings;
import dev.photobridge.adapter.persistence.catalogue.CatalogueFile;
import dev.photobridge.adapter.persistence.catalogue.CatalogueProblem;
import dev.photobridge.adapter.persistence.catalogue.CatalogueReading;
import dev.photobridge.adapter.persistence.media.MediaRootProbe;
import dev.photobridge.adapter.persistence.secrets.CredentialsFile;
import dev.photobridge.adapter.persistence.secrets.CredentialsOutcome;
import dev.photobridge.adapter.provider.http.PublicAddresses;
import dev.photobridge.app.config.Configuration;
import dev.photobridge.app.database.EmbeddedDatabase;
import dev.photobridge.application.port.out.ProviderCheck;
import dev.photobridge.application.port.out.ProviderProbe;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Looks at everything that the server needs, whether or not it runs.
public final class InstallationCheck {
  private static final Duration PROVIDER_TIMEOUT = Duration.ofSeconds(10);

  private final Configuration configuration;
  private final Consumer<Check> progress;
  private final List<Check> checks = new ArrayList<>();

  private InstallationCheck(Configuration configuration, Consumer<Check> progress) {
    this.configuration = configuration;
    this.progress = progress;
  }

  /// Looks at everything.
  ///
  /// @param progress is told each result as it comes
  public static List<Check> of(Configuration configuration, Consumer<Check> progress)
      throws InterruptedException {
    var check = new InstallationCheck(configuration, progress);
    Optional<ProviderCatalogue> catalogue = check.catalogue();
    check.secrets();
    check.media();
    check.database();
    if (catalogue.isPresent()) {
      check.providers(catalogue.get());
    }
    return List.copyOf(check.checks);
  }

  private Optional<ProviderCatalogue> catalogue() {
    return switch (new CatalogueFile(configuration.providersFile()).read()) {
      case CatalogueReading.Loaded(var catalogue)
          when CatalogueParameters.problem(catalogue).isPresent() -> {
        wrong("catalogue", CatalogueParameters.problem(catalogue).get());
        yield Optional.empty();
      }
      case CatalogueReading.Loaded loaded -> {
        fine(
            "catalogue",
            "%d providers in %s"
                .formatted(loaded.catalogue().providers().size(), configuration.providersFile()));
        yield Optional.of(loaded.catalogue());
      }
      case CatalogueReading.Invalid invalid -> {
        wrong(
            "catalogue",
            invalid.problems().stream()
                .map(CatalogueProblem::toString)
                .collect(Collectors.joining("; ")));
        yield Optional.empty();
      }
    };
  }

  private void secrets() {
    if (!Files.exists(configuration.secretsFile())) {
      noted("secrets", configuration.secretsFile() + " is not there yet; the first start makes it");
      return;
    }
    switch (new CredentialsFile(configuration.secretsFile()).load()) {
      case CredentialsOutcome.Loaded loaded ->
          fine("secrets", loaded.credentials().accounts().names() + " may sign in");
      case CredentialsOutcome.Created _ -> fine("secrets", "made");
      case CredentialsOutcome.Invalid invalid ->
          wrong("secrets", String.join("; ", invalid.problems()));
    }
  }

  private void media() {
    new MediaRootProbe(configuration.media().root())
        .problem()
        .ifPresentOrElse(
            problem -> wrong("media folder", problem),
            () -> fine("media folder", configuration.media().root() + " is writable"));
    MediaAssembly.objectProbe(configuration.media())
        .ifPresent(
            probe ->
                probe
                    .problem()
                    .ifPresentOrElse(
                        problem -> wrong("media store", problem),
                        () -> fine("media store", "the bucket can be reached")));
  }

  private void database() {
    if (configuration.database().isPresent()) {
      Configuration.Database given = configuration.database().get();
      opened(
          new DatabaseSettings(given.url(), given.user().orElse(""), given.password().orElse("")));
      return;
    }
    try (DataDirectory data = DataDirectory.take(configuration.dataDir()).orElse(null)) {
      if (data == null) {
        noted(
            "database",
            "in use by a server that runs with "
                + configuration.dataDir()
                + "; that server's /health/ready tells how it is");
        return;
      }
      try (EmbeddedDatabase embedded = EmbeddedDatabase.start(data.databaseFolder())) {
        opened(new DatabaseSettings(embedded.jdbcUrl(), embedded.user(), embedded.password()));
      }
    } catch (IOException e) {
      wrong("database", "the embedded database can't be started: " + e);
    }
  }

  private void opened(DatabaseSettings settings) {
    switch (Database.open(settings)) {
      case DatabaseOpening.Opened opened -> {
        opened.database().close();
        fine("database", "answers, and its tables are those of this version");
      }
      case DatabaseOpening.Failed failed -> wrong("database", failed.problem());
    }
  }

  private void providers(ProviderCatalogue catalogue) throws InterruptedException {
    publicAddress(catalogue);
    try (var clients = ProviderClients.of(configuration.providers())) {
      for (ProviderProbe probe : ProviderProbes.of(configuration.providers(), clients, catalogue)) {
        provider(probe.provider().value(), probe.check(PROVIDER_TIMEOUT));
      }
    }
  }

  /// Some providers fetch photos from here.
  private void publicAddress(ProviderCatalogue catalogue) {
    String fetching =
        catalogue.providers().stream()
            .filter(provider -> provider.ingest().requiresPublicMedia())
            .map(Provider::title)
            .collect(Collectors.joining(", "));
    Optional<URI> address = configuration.http().publicBaseUrl();
    if (fetching.isEmpty()) {
      return;
    }
    if (address.filter(PublicAddresses::mayBePublic).isPresent()) {
      fine("public address", address.get() + " is where " + fetching + " will fetch photos from");
    } else {
      noted(
          "public address",
          "%s, so %s can't fetch photos from this server: set PUBLIC_BASE_URL to an address that the internet can reach"
              .formatted(
                  address.map(it -> it + " only works here").orElse("PUBLIC_BASE_URL is not set"),
                  fetching));
    }
  }

  private void provider(String name, ProviderCheck check) {
    switch (check) {
      case ProviderCheck.Works works -> fine(name, works.detail());
      case ProviderCheck.NoKey _ ->
          noted(
              name,
              "no key is set (%s_API_KEY), so it can't be used"
                  .formatted(name.toUpperCase(Locale.ROOT)));
      case ProviderCheck.Fails fails ->
          wrong(name, fails.failure().reason() + ": " + fails.failure().detail());
    }
  }

  private void fine(String name, String text) {
    add(new Check.Fine(name, text));
  }

  private void noted(String name, String text) {
    add(new Check.Noted(name, text));
  }

  private void wrong(String name, String text) {
    add(new Check.Wrong(name, text));
  }

  private void add(Check check) {
    checks.add(check);
    progress.accept(check);
  }
}
