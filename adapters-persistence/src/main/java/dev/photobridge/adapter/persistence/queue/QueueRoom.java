package dev.photobridge.adapter.persistence.queue;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// How many more jobs may wait, over all nodes. To be counted each time, unless that was done a
/// moment ago, many wait, and less than half of the room is taken: other nodes can't fill the rest
/// in a moment. For one thread at a time.
final class QueueRoom {
  private final int capacity;
  private final LongSupplier nanoTime;
  private int waiting;
  private long countedAt;

  /// @param nanoTime as [System#nanoTime()]
  QueueRoom(int capacity, LongSupplier nanoTime) {
    this.capacity = capacity;
    this.nanoTime = nanoTime;
  }

  /// How much is left, or null where it has to be counted.
  @Nullable Integer left() {
    boolean known =
        waiting >= RememberedLoads.MANY
            && waiting < capacity / 2
            && nanoTime.getAsLong() - countedAt < RememberedLoads.MOMENT.toNanos();
    return known ? capacity - waiting : null;
  }

  /// It was counted.
  ///
  /// @param left what was left then
  void counted(int left) {
    waiting = capacity - left;
    countedAt = nanoTime.getAsLong();
  }

  /// Jobs were added that wait.
  void taken(int jobs) {
    waiting += jobs;
  }
}
