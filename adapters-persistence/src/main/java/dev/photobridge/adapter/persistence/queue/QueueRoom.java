package dev.photobridge.adapter.persistence.queue;

import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/// How many more jobs may wait, over all nodes. Counted each time, unless that was done a moment
/// ago, many wait, and less than half of the room is taken: other nodes can't fill the rest in a
/// moment. For one thread at a time.
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

  /// @param count counts those that wait
  int left(IntSupplier count) {
    long now = nanoTime.getAsLong();
    boolean known =
        waiting >= RememberedLoads.MANY
            && waiting < capacity / 2
            && now - countedAt < RememberedLoads.MOMENT.toNanos();
    if (!known) {
      waiting = count.getAsInt();
      countedAt = now;
    }
    return capacity - waiting;
  }

  /// Jobs were added.
  void taken(int jobs) {
    waiting += jobs;
  }
}
