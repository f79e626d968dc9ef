package dev.photobridge.app.server;

import dev.photobridge.adapter.http.metrics.Metrics;
import dev.photobridge.adapter.http.server.HttpServer;
import dev.photobridge.adapter.persistence.Database;
import dev.photobridge.adapter.persistence.DatabaseSettings;
import dev.photobridge.adapter.persistence.catalogue.CatalogueFile;
import dev.photobridge.adapter.persistence.catalogue.CatalogueProblem;
import dev.photobridge.adapter.persistence.catalogue.CatalogueReading;
import dev.photobridge.adapter.persistence.media.CleaningTurn;
import dev.photobridge.adapter.persistence.media.StorageCleaner;
import dev.photobridge.adapter.persistence.queue.PostgresJobNews;
import dev.photobridge.adapter.persistence.queue.PostgresJobSignals;
import dev.photobridge.adapter.persistence.secrets.Credentials;
import dev.photobridge.adapter.persistence.secrets.CredentialsFile;
import dev.photobridge.adapter.persistence.secrets.CredentialsOutcome;
import dev.photobridge.app.config.Configuration;
import dev.photobridge.application.port.in.FindSlotUseCase;
import dev.photobridge.application.port.in.UpdateSlotUseCase;
import dev.photobridge.application.port.out.JobNews;
import dev.photobridge.application.port.out.Meters;
import dev.photobridge.application.service.ProviderKeys;
import dev.photobridge.domain.media.RetentionRules;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The running server: reads as the order in which it starts, and stops in the opposite one.
public final class PhotobridgeServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("photobridge.server");
  private static final Duration CLEANING_INTERVAL = Duration.ofSeconds(5);

  private final URI address;
  private final int port;
  private final Credentials credentials;
  private final UseCases useCases;
  private final StartedParts parts;

  private PhotobridgeServer(
      URI address, int port, Credentials credentials, UseCases useCases, StartedParts parts) {
    this.address = address;
    this.port = port;
    this.credentials = credentials;
    this.useCases = useCases;
    this.parts = parts;
  }

  /// Starts it. Returns once it takes photos.
  public static StartOutcome start(Configuration configuration, StartProgress progress) {
    var parts = new StartedParts();
    boolean started = false;
    try {
      var server = start(configuration, progress, parts);
      started = true;
      return new StartOutcome.Started(server);
    } catch (StartFailedException e) {
      return new StartOutcome.Failed(e.problems());
    } catch (IOException e) {
      return new StartOutcome.Failed(List.of(e.toString()));
    } finally {
      if (!started) {
        parts.close();
      }
    }
  }

  private static PhotobridgeServer start(
      Configuration configuration, StartProgress progress, StartedParts parts)
      throws StartFailedException, IOException {
    InstantSource clock = InstantSource.system();
    DataDirectory data = dataDirectory(configuration);
    parts.add("the lock of the data directory", data);
    DatabaseStart databaseStart = DatabaseStart.begin(configuration, data, progress);
    parts.add("the database", databaseStart);
    ProviderCatalogue catalogue = catalogue(configuration);
    var metrics = new Metrics();
    parts.add("the metrics", metrics);
    Meters meters = MetricsAssembly.meters(metrics, catalogue);
    ProviderClients clients = ProviderClients.of(configuration.providers(), clock);
    parts.add("the connections to providers", clients);
    Credentials credentials = credentials(configuration, progress);

    DatabaseSettings settings = databaseStart.settings();
    Database database = databaseStart.database();
    var signals = new PostgresJobSignals(database.jdbi());
    Storage storage =
        Storage.of(
            database, settings, configuration, credentials, catalogue, signals, meters, clock);
    SecretAssembly secrets =
        SecretAssembly.of(storage.vault(), configuration.providers(), catalogue);
    secrets.learn();
    ProviderAssembly providers =
        providers(configuration, catalogue, clients, secrets.keys(), meters, clock);

    Configuration.Media media = configuration.media();
    var retention = new RetentionRules(media.sourceTtl(), media.resultTtl(), media.uploadTtl());
    var cleaner =
        new StorageCleaner(
            storage.media(),
            storage.jobs(),
            configuration.jobs().ttl(),
            new CleaningTurn(database.jdbi()),
            CLEANING_INTERVAL,
            clock);
    HttpAssembly http = HttpAssembly.of(configuration, credentials, catalogue, clock);
    EngineAssembly engine =
        EngineAssembly.of(
            configuration,
            catalogue,
            storage,
            providers,
            retention,
            http.callbacks(),
            http.mediaAddresses(),
            clock);
    UseCases useCases =
        UseCases.of(
            configuration,
            credentials,
            catalogue,
            storage,
            secrets,
            providers,
            clients,
            engine,
            retention,
            clock);
    new MetricsAssembly(metrics, configuration, database)
        .watch(engine.waiters(), providers.monitor(), cleaner);
    Meanwhile<Boolean> accounts =
        Meanwhile.begin(
            "accounts",
            () -> {
              useCases.prepareAccounts().prepare(credentials.passwords());
              return true;
            });
    useCases.slotImages().pinUsed();
    switch (configuration.jobs().queueMode()) {
      case POSTGRES ->
          listen(settings, signals, new NewsOfJobs(engine.news(), useCases.watch()), parts);
      case MEMORY -> endLostJobs(engine, progress);
    }
    cleaner.start();
    parts.add("the cleaner", cleaner);
    parts.add("the HTTP server", listening(http, useCases, metrics));
    // while pages are told of events, the HTTP server would wait for the end of their requests
    parts.add("the events of jobs", useCases.watch());
    var _ = accounts.result();
    if (configuration.jobs().processJobs()) {
      engine.engine().start();
    } else {
      engine.engine().startLooking();
    }
    parts.add("the job engine", () -> stop(engine, configuration.jobs()));
    return new PhotobridgeServer(http.publicAddress(), http.port(), credentials, useCases, parts);
  }

  /// How the outside reaches it.
  public URI address() {
    return address;
  }

  /// The port it listens on.
  public int port() {
    return port;
  }

  /// The secrets it runs with.
  public Credentials credentials() {
    return credentials;
  }

  /// Looks a slot up.
  public FindSlotUseCase findSlot() {
    return useCases.slots();
  }

  /// Changes a slot.
  public UpdateSlotUseCase updateSlot() {
    return useCases.updateSlot();
  }

  /// Stops it: no new photos, running jobs end and waiting booths are answered, then everything
  /// else in order.
  @Override
  public void close() {
    parts.close();
  }

  private static void listen(
      DatabaseSettings settings, PostgresJobSignals signals, JobNews news, StartedParts parts) {
    var listener = new PostgresJobNews(settings, news);
    listener.start();
    parts.add("the listener to other nodes", listener);
    signals.start();
    parts.add("the notifier of other nodes", signals);
  }

  private static void endLostJobs(EngineAssembly engine, StartProgress progress) {
    int lost = engine.recovery().endOpenJobs();
    if (lost > 0) {
      progress.step(
          "%d jobs were open when the server last stopped; they are failed".formatted(lost));
    }
  }

  private static void stop(EngineAssembly engine, Configuration.Jobs jobs)
      throws InterruptedException {
    Duration grace = jobs.syncTimeout();
    LOG.info("Stopping; running jobs have up to {} s to end", grace.toSeconds());
    boolean allEnded = engine.engine().stop(grace);
    switch (jobs.queueMode()) {
      case POSTGRES -> {
        if (!allEnded) {
          LOG.warn("Some jobs did not end in time and wait for the next start or another node");
        }
      }
      case MEMORY -> {
        int lost = engine.recovery().endOpenJobs();
        if (lost > 0) {
          LOG.warn("{} jobs did not end in time and are failed", lost);
        }
      }
    }
  }

  private static HttpServer listening(HttpAssembly http, UseCases useCases, Metrics metrics)
      throws StartFailedException {
    try {
      return http.start(useCases, metrics);
    } catch (RuntimeException e) {
      throw new StartFailedException(
          "can't listen on %s port %d (%s); is another server running there? HTTP_PORT chooses another port"
              .formatted(http.configuration().http().host(), http.port(), e.getMessage()));
    }
  }

  private static ProviderCatalogue catalogue(Configuration configuration)
      throws StartFailedException {
    ProviderCatalogue catalogue =
        switch (new CatalogueFile(configuration.providersFile()).read()) {
          case CatalogueReading.Loaded loaded -> loaded.catalogue();
          case CatalogueReading.Invalid invalid ->
              throw new StartFailedException(
                  invalid.problems().stream().map(CatalogueProblem::toString).toList());
        };
    Optional<String> problem = CatalogueParameters.problem(catalogue);
    if (problem.isPresent()) {
      throw new StartFailedException(configuration.providersFile() + ": " + problem.get());
    }
    return configuration.jobs().maxParallel().map(catalogue::limitedTo).orElse(catalogue);
  }

  private static ProviderAssembly providers(
      Configuration configuration,
      ProviderCatalogue catalogue,
      ProviderClients clients,
      ProviderKeys keys,
      Meters meters,
      InstantSource clock)
      throws StartFailedException {
    ProviderAssembly providers;
    try {
      providers =
          ProviderAssembly.of(
              configuration, catalogue, clients, keys, Runtime.getRuntime(), meters, clock);
    } catch (IllegalArgumentException e) {
      // an address or a parameter of a provider, in words
      throw new StartFailedException(String.valueOf(e.getMessage()));
    }
    for (Provider provider : catalogue.providers()) {
      if (!providers.byId().containsKey(provider.id())) {
        throw new StartFailedException(
            "%s: this version can't call the provider %s; it knows %s"
                .formatted(
                    configuration.providersFile(), provider.id(), providers.byId().keySet()));
      }
    }
    return providers;
  }

  private static Credentials credentials(Configuration configuration, StartProgress progress)
      throws StartFailedException {
    return switch (new CredentialsFile(configuration.secretsFile())
        .loadOrCreate(new SecureRandom())) {
      case CredentialsOutcome.Loaded loaded -> loaded.credentials();
      case CredentialsOutcome.Created created -> {
        progress.step("Passwords and keys are made: " + configuration.secretsFile());
        yield created.credentials();
      }
      case CredentialsOutcome.Invalid invalid -> throw new StartFailedException(invalid.problems());
    };
  }

  private static DataDirectory dataDirectory(Configuration configuration)
      throws StartFailedException, IOException {
    return DataDirectory.take(configuration.dataDir())
        .orElseThrow(
            () ->
                new StartFailedException(
                    "another Photobridge is running with the data directory "
                        + configuration.dataDir()
                        + "; stop it, or set DATA_DIR to another folder"));
  }
}
