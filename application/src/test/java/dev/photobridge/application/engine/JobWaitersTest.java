package dev.photobridge.application.engine;

import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.aJobId;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static dev.photobridge.domain.testing.PhotoFixtures.aMediaId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.provider.Cost;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class JobWaitersTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final JobWaiters waiters = new JobWaiters();

  private static FinishedJob finished(int number) {
    return QueuedJob.accepted(anOrder().withId(aJobId(number)).build())
        .start(RECEIVED_AT)
        .succeed(aMediaId(9), Cost.ZERO, RECEIVED_AT);
  }

  @Test
  void anEndThatComesBeforeTheWaitIsNotMissed() {
    try (var waiter = waiters.register(aJobId(1))) {
      assertThat(waiters.finished(finished(1))).isTrue();

      assertThat(waiter.within(LONG).join()).contains(finished(1));
    }
  }

  @Test
  void anEndThatComesDuringTheWaitIsHandedOver() throws Exception {
    try (var waiter = waiters.register(aJobId(1))) {
      CompletableFuture<Optional<FinishedJob>> wait = waiter.within(LONG);
      assertThat(wait).isNotDone();

      assertThat(waiters.finished(finished(1))).isTrue();

      assertThat(wait).isCompletedWithValue(Optional.of(finished(1)));
    }
  }

  @Test
  void eachWaitsForItsOwnJob() {
    try (var first = waiters.register(aJobId(1));
        var second = waiters.register(aJobId(2))) {
      assertThat(waiters.count()).isEqualTo(2);
      assertThat(waiters.finished(finished(2))).isTrue();

      assertThat(first.within(Duration.ZERO).join()).isEmpty();
      assertThat(second.within(Duration.ZERO).join()).contains(finished(2));
    }
    assertThat(waiters.count()).isZero();
  }

  @Test
  void whoeverEndsAJobLearnsThatNobodyWaits() {
    assertThat(waiters.finished(finished(1))).as("never registered").isFalse();
    try (var waiter = waiters.register(aJobId(1))) {
      assertThat(waiter.within(Duration.ZERO).join()).isEmpty();
      assertThat(waiters.finished(finished(1))).as("waited long enough").isFalse();
    }
    assertThat(waiters.finished(finished(1))).as("gone").isFalse();
  }

  @Test
  void whoeverJoinedAJobGetsItToo() {
    var joined = waiters.join(aJobId(1)).within(LONG);

    assertThat(waiters.finished(finished(1))).as("its own request gets it").isFalse();

    assertThat(joined).isCompletedWithValue(Optional.of(finished(1)));
  }

  @Test
  void anEndIsHandedOverOnce() {
    try (var waiter = waiters.register(aJobId(1))) {
      assertThat(waiters.finished(finished(1))).isTrue();
      assertThat(waiters.finished(finished(1))).isFalse();
      assertThat(waiter.within(LONG).join()).isPresent();
    }
  }

  @Test
  void aWaitThatIsOverIsForgotten() {
    var ended = waiters.register(aJobId(1)).within(LONG);
    waiters.finished(finished(1));
    assertThat(ended).isDone();

    waiters.register(aJobId(2)).within(Duration.ZERO).join();

    assertThat(waiters.count()).isZero();
  }

  @Test
  void allWhoWaitForAJobGetIt() {
    var first = waiters.register(aJobId(1)).within(LONG);
    var second = waiters.register(aJobId(1)).within(LONG);
    waiters.register(aJobId(1)).close();
    assertThat(waiters.count()).isEqualTo(2);

    assertThat(waiters.finished(finished(1))).isTrue();

    assertThat(first).isCompletedWithValue(Optional.of(finished(1)));
    assertThat(second).isCompletedWithValue(Optional.of(finished(1)));
    assertThat(waiters.count()).isZero();
  }

  @Test
  void anEndAtTheLastMomentIsEitherHandedOverOrKnownNotToBe() throws Exception {
    try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 2000; i++) {
        var together = new CyclicBarrier(2);
        try (var waiter = waiters.register(aJobId(1))) {
          var got =
              executor.submit(
                  () -> {
                    together.await();
                    return waiter.within(Duration.ofNanos(1)).join().isPresent();
                  });
          var given =
              executor.submit(
                  () -> {
                    together.await();
                    return waiters.finished(finished(1));
                  });

          assertThat(got.get()).isEqualTo(given.get());
        }
      }
    }
  }
}
