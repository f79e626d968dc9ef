package dev.photobridge.adapter.http.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// All metrics of one server; `docs/monitoring.md` lists them. Labels have few values each: nothing
/// that a client sends, no names of accounts, no slots. Safe for use by many threads.
public final class Metrics implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final List<Levels<?>> watched = new CopyOnWriteArrayList<>();
  private final JvmGcMetrics collections = new JvmGcMetrics();

  /// Counts nothing yet but what the Java machine does.
  public Metrics() {
    // whether it comes depends on the collector
    registry.config().meterFilter(MeterFilter.denyNameStartsWith("jvm.gc.concurrent"));
    collections.bindTo(registry);
    List.of(
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new UptimeMetrics(),
            new FileDescriptorMetrics())
        .forEach(binder -> binder.bindTo(registry));
  }

  /// Where the application counts.
  ///
  /// @param providers those that start at zero instead of being absent
  public PrometheusMeters meters(Collection<String> providers) {
    return new PrometheusMeters(registry, providers);
  }

  /// Where the HTTP server counts.
  public RequestMeters requests() {
    return new RequestMeters(registry);
  }

  /// Shows how something stands whenever the metrics are read.
  ///
  /// @param name such as `photobridge.jobs.open`
  /// @param keys what there is one figure each for
  /// @param labels names and values in turn, of a key
  /// @param source asked once each time; a key that it leaves out stands at 0, and all are unknown
  ///   when it fails
  public <K> void watch(
      String name,
      String meaning,
      Collection<K> keys,
      Function<K, List<String>> labels,
      Supplier<? extends Map<K, ? extends Number>> source) {
    var levels = new Levels<K>(source);
    for (K key : keys) {
      levels.register(
          registry, name, meaning, key, Tags.of(labels.apply(key).toArray(String[]::new)));
    }
    watched.add(levels);
  }

  /// As the other one, of something there is one figure for.
  public void watch(String name, String meaning, Supplier<? extends Number> source) {
    watch(name, meaning, List.of(name), _ -> List.of(), () -> Map.of(name, source.get()));
  }

  /// Shows what somebody else counts.
  public void count(String name, String meaning, LongSupplier total) {
    FunctionCounter.builder(name, total, LongSupplier::getAsLong)
        .description(meaning)
        .register(registry);
  }

  /// All metrics as they stand, in the text format of Prometheus.
  String text() {
    watched.forEach(Levels::refresh);
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
