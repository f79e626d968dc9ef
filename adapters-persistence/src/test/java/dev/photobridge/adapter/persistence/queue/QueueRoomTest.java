package dev.photobridge.adapter.persistence.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueueRoomTest {
  private static final int CAPACITY = 4 * RememberedLoads.MANY;

  private long now;
  private final QueueRoom room = new QueueRoom(CAPACITY, () -> now);

  @Test
  void aShortQueueIsCountedEachTime() {
    assertThat(room.left()).isNull();

    room.counted(CAPACITY - RememberedLoads.MANY + 1);
    assertThat(room.left()).isNull();
  }

  @Test
  void aLongQueueIsCountedOnceAMomentAndWhatWasAddedIsKnown() {
    room.counted(CAPACITY - RememberedLoads.MANY);
    room.taken(10);
    assertThat(room.left()).isEqualTo(CAPACITY - RememberedLoads.MANY - 10);

    now += RememberedLoads.MOMENT.toNanos();
    assertThat(room.left()).isNull();
  }

  @Test
  void aHalfFullQueueIsCountedEachTime() {
    room.counted(CAPACITY / 2);

    assertThat(room.left()).isNull();
  }
}
