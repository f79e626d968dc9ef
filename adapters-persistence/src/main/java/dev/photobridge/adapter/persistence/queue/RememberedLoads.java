package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.domain.job.QueueLoad;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotAddress;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// What was counted a moment ago, where many jobs wait: to count them for each photo would be most
/// of what the database does, and a forecast over hundreds needs no exact number. A short queue is
/// counted each time. Safe for use by many threads.
final class RememberedLoads {
  static final int MANY = 200;
  static final Duration MOMENT = Duration.ofMillis(250);

  private final LongSupplier nanoTime;
  private final ConcurrentMap<Asked, Counted> latest = new ConcurrentHashMap<>();

  /// @param nanoTime as [System#nanoTime()]
  RememberedLoads(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  private record Asked(ProviderId provider, SlotAddress slot) {}

  private record Counted(QueueLoad load, long at) {}

  /// @param count counts anew
  QueueLoad of(ProviderId provider, SlotAddress slot, Supplier<QueueLoad> count) {
    var asked = new Asked(provider, slot);
    long now = nanoTime.getAsLong();
    Counted known = latest.get(asked);
    if (known != null && known.load().waiting() >= MANY && now - known.at() < MOMENT.toNanos()) {
      return known.load();
    }
    QueueLoad load = count.get();
    latest.put(asked, new Counted(load, now));
    return load;
  }
}
