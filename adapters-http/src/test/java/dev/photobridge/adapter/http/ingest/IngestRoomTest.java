package dev.photobridge.adapter.http.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IngestRoomTest {
  private static IngestRoom.Stay stay(IngestRoom room) throws InterruptedException {
    return room.enter().orElseThrow();
  }

  @Test
  void takesInAsManyAsThereMayBe() throws InterruptedException {
    var room = new IngestRoom(2, 5);
    stay(room).pause();
    IngestRoom.Stay second = stay(room);

    assertThat(room.enter()).isEmpty();

    second.close();
    assertThat(room.enter()).isPresent();
    assertThat(room.enter()).isEmpty();
  }

  @Test
  void takesInAsManyAsMayBeAtWork() throws InterruptedException {
    var room = new IngestRoom(5, 1);
    IngestRoom.Stay first = stay(room);

    assertThat(room.enter()).isEmpty();

    first.pause();
    assertThat(room.enter()).isPresent();
    assertThat(room.enter()).isEmpty();
  }

  @Test
  void countsNobodyWhoWasRefused() throws InterruptedException {
    var room = new IngestRoom(2, 1);
    IngestRoom.Stay first = stay(room);
    for (int i = 0; i < 5; i++) {
      assertThat(room.enter()).isEmpty();
    }

    first.pause();

    assertThat(room.enter()).isPresent();
  }

  @Test
  void givesBackOnceWhateverHappens() throws InterruptedException {
    var room = new IngestRoom(1, 1);
    IngestRoom.Stay first = stay(room);
    first.pause();
    first.pause();
    first.resume();
    first.close();
    first.close();

    stay(room).close();
    stay(room);
    assertThat(room.enter()).isEmpty();
  }

  @Test
  void letsThoseGoFirstThatAreToBeAnswered() throws InterruptedException {
    var room = new IngestRoom(100, 1);
    IngestRoom.Stay answered = stay(room);
    answered.pause();
    IngestRoom.Stay received = stay(room);
    var resumed = new CountDownLatch(1);
    Thread answering =
        Thread.startVirtualThread(
            () -> {
              try {
                answered.resume();
                resumed.countDown();
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
    awaitBlocked(answering);

    received.close();

    assertThat(room.enter()).as("who comes now").isEmpty();
    resumed.await();
    answered.close();
    assertThat(room.enter()).as("who comes then").isPresent();
  }

  @Test
  void hasRoomForTenThousandIn320MegabytesOfHeapAndForTheLargestHeap() throws InterruptedException {
    var room = IngestRoom.inHeapOf(320L << 20);
    for (int i = 0; i < 10_000; i++) {
      stay(room).pause();
    }
    assertThat(IngestRoom.inHeapOf(Long.MAX_VALUE).enter()).isPresent();
  }

  private static void awaitBlocked(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }
}
