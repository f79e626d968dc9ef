package dev.photobridge.application.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class WorkSignalTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final WorkSignal signal = new WorkSignal();

  private boolean awaited() {
    try {
      return signal.await(LONG);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aSignalRaisedBeforeTheWaitIsNotMissed() throws InterruptedException {
    signal.raise();

    assertThat(signal.await(LONG)).isTrue();
  }

  @Test
  void aSignalRaisedDuringTheWaitEndsIt() throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting = CompletableFuture.supplyAsync(this::awaited, executor);
      signal.raise();

      assertThat(waiting.get()).isTrue();
    }
  }

  @Test
  void signalsThatComeWhileOneIsPendingMeltIntoIt() throws InterruptedException {
    signal.raise();
    signal.raise();
    signal.raise();

    assertThat(signal.await(Duration.ZERO)).isTrue();
    assertThat(signal.await(Duration.ZERO)).isFalse();
  }

  @Test
  void aWaitWithoutASignalEnds() throws InterruptedException {
    assertThat(signal.await(Duration.ofMillis(1))).isFalse();
  }

  @Test
  void everySignalIsFollowedByALook() throws Exception {
    int signals = 10_000;
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var counted = new Counter();
      var looking =
          CompletableFuture.supplyAsync(
              () -> {
                int seen = 0;
                while (seen < signals && awaited()) {
                  seen = counted.value();
                }
                return seen;
              },
              executor);
      for (int i = 0; i < signals; i++) {
        counted.increment();
        signal.raise();
      }

      assertThat(looking.get()).isEqualTo(signals);
    }
  }

  private static final class Counter {
    private int count;

    synchronized void increment() {
      count++;
    }

    synchronized int value() {
      return count;
    }
  }
}
