package dev.photobridge.app.server;

import dev.photobridge.adapter.http.metrics.Metrics;
import dev.photobridge.adapter.persistence.Database;
import dev.photobridge.adapter.persistence.job.JdbiOpenJobCounts;
import dev.photobridge.adapter.persistence.media.StorageCleaner;
import dev.photobridge.app.config.Configuration;
import dev.photobridge.application.engine.JobWaiters;
import dev.photobridge.application.port.out.Meters;
import dev.photobridge.application.port.out.ProviderMonitor;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderCondition;
import dev.photobridge.domain.provider.ProviderId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the metrics show of a running server. `docs/monitoring.md` lists it.
record MetricsAssembly(Metrics metrics, Configuration configuration, Database database) {
  private static final List<JobState> OPEN =
      List.of(JobState.QUEUED, JobState.RUNNING, JobState.WAITING_PROVIDER);

  /// Where the application counts what happens.
  static Meters meters(Metrics metrics, ProviderCatalogue catalogue) {
    return metrics.meters(
        catalogue.providers().stream().map(Provider::id).map(ProviderId::value).toList());
  }

  /// Shows how things stand whenever the metrics are read.
  void watch(JobWaiters waiters, ProviderMonitor monitor, StorageCleaner cleaner) {
    metrics.watch(
        "photobridge.jobs.open",
        "Jobs that have not ended, on all nodes",
        OPEN,
        state -> List.of("state", lower(state)),
        new JdbiOpenJobCounts(database.jdbi())::byState);
    metrics.watch(
        "photobridge.queue.capacity", "Jobs that may wait at once", configuration::queueCapacity);
    metrics.watch("photobridge.booths.waiting", "Booths that wait for a photo", waiters::count);
    metrics.count(
        "photobridge.files.deleted", "Files deleted because they expired", cleaner::deletedFiles);
    watchProviders(monitor);
    watchConnections();
    watchDisks();
  }

  /// A provider in a condition.
  private record State(ProviderId provider, ProviderCondition condition) {
    List<String> labels() {
      return List.of("provider", provider.value(), "condition", lower(condition));
    }
  }

  private void watchProviders(ProviderMonitor monitor) {
    metrics.watch(
        "photobridge.provider.condition",
        "1 for the condition that a provider is in",
        monitor.conditions().keySet().stream()
            .flatMap(
                provider ->
                    Arrays.stream(ProviderCondition.values())
                        .map(condition -> new State(provider, condition)))
            .toList(),
        State::labels,
        () -> {
          var now = new HashMap<State, Integer>();
          monitor
              .conditions()
              .forEach((provider, condition) -> now.put(new State(provider, condition), 1));
          return now;
        });
  }

  private void watchConnections() {
    metrics.watch(
        "photobridge.database.connections",
        "Connections to the database",
        List.of("busy", "idle", "at_most"),
        use -> List.of("use", use),
        () -> {
          Database.ConnectionUse now = database.connectionUse();
          return Map.of("busy", now.busy(), "idle", now.idle(), "at_most", now.atMost());
        });
  }

  private void watchDisks() {
    var folders = Map.of("data", configuration.dataDir(), "media", configuration.media().root());
    folders.forEach(
        (name, folder) ->
            metrics.watch(
                "photobridge.disk.free.bytes",
                "Room left on the disk of a folder",
                List.of(name),
                _ -> List.of("folder", name),
                () -> Map.of(name, folder.toFile().getUsableSpace())));
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
