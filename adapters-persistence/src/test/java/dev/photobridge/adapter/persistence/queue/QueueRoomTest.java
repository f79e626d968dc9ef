package dev.photobridge.adapter.persistence.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueueRoomTest {
  private static final int CAPACITY = 4 * RememberedLoads.MANY;

  private long now;
  private final QueueRoom room = new QueueRoom(CAPACITY, () -> now);

  @Test
  void aShortQueueIsCountedEachTime() {
    assertThat(room.left(() -> 5)).isEqualTo(CAPACITY - 5);
    assertThat(room.left(() -> 7)).isEqualTo(CAPACITY - 7);
  }

  @Test
  void aLongQueueIsCountedOnceAMomentAndWhatWasAddedIsKnown() {
    room.left(() -> RememberedLoads.MANY);
    room.taken(10);
    assertThat(room.left(() -> 0)).isEqualTo(CAPACITY - RememberedLoads.MANY - 10);

    now += RememberedLoads.MOMENT.toNanos();
    assertThat(room.left(() -> 0)).isEqualTo(CAPACITY);
  }

  @Test
  void aHalfFullQueueIsCountedEachTime() {
    room.left(() -> CAPACITY / 2);

    assertThat(room.left(() -> CAPACITY)).isZero();
  }
}
