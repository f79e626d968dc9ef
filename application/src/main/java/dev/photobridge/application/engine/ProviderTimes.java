package dev.photobridge.application.engine;

import dev.photobridge.domain.provider.ProviderId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How long each provider's calls took lately, as far as they brought a photo. Safe for use by many
/// threads.
public final class ProviderTimes {
  private static final int REMEMBERED = 31;

  private final Map<ProviderId, ArrayDeque<Duration>> times = new HashMap<>();

  /// Notes a call that brought a photo.
  synchronized void record(ProviderId provider, Duration time) {
    ArrayDeque<Duration> latest = times.computeIfAbsent(provider, _ -> new ArrayDeque<>());
    latest.addLast(time);
    if (latest.size() > REMEMBERED) {
      latest.removeFirst();
    }
  }

  /// The median of the latest calls; zero where there was none.
  public synchronized Duration median(ProviderId provider) {
    ArrayDeque<Duration> latest = times.get(provider);
    if (latest == null) {
      return Duration.ZERO;
    }
    List<Duration> sorted = latest.stream().sorted().toList();
    return sorted.get((sorted.size() - 1) / 2);
  }
}
