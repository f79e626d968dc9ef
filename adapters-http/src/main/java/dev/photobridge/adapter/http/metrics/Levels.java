package dev.photobridge.adapter.http.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How several things of one kind stand, as found in one look. Safe for use by many threads.
final class Levels<K> {
  private static final Logger LOG = LoggerFactory.getLogger(Levels.class);

  private final Supplier<? extends Map<K, ? extends Number>> source;

  /// Null where the last look failed.
  private volatile @Nullable Map<K, ? extends Number> found;

  Levels(Supplier<? extends Map<K, ? extends Number>> source) {
    this.source = source;
  }

  void register(MeterRegistry registry, String name, String meaning, K key, Tags tags) {
    // the registry holds what it asks only weakly
    Gauge.builder(name, this, levels -> levels.of(key))
        .description(meaning)
        .tags(tags)
        .strongReference(true)
        .register(registry);
  }

  /// Looks anew.
  void refresh() {
    try {
      found = source.get();
    } catch (RuntimeException e) {
      LOG.debug("A metric can't be read now: {}", e.toString());
      found = null;
    }
  }

  private double of(K key) {
    Map<K, ? extends Number> known = found;
    if (known == null) {
      return Double.NaN;
    }
    Number level = known.get(key);
    return level == null ? 0 : level.doubleValue();
  }
}
