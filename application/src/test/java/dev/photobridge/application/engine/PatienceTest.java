package dev.photobridge.application.engine;

import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.aRunningJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.application.testing.RecordedTrouble;
import dev.photobridge.application.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PatienceTest {
  private final SettableClock clock = new SettableClock(RECEIVED_AT);
  private final RecordedTrouble trouble = new RecordedTrouble();
  private final AtomicInteger tries = new AtomicInteger();
  private final List<Duration> pauses = new ArrayList<>();
  private final Patience patience =
      new Patience(
          clock,
          pause -> {
            pauses.add(pause);
            clock.advance(pause);
          },
          trouble);

  private Supplier<String> succeedsAtTry(int number) {
    return () -> {
      int now = tries.incrementAndGet();
      if (now < number) {
        throw new IllegalStateException("failure " + now);
      }
      return "done";
    };
  }

  @Test
  void whatSucceedsIsDoneOnce() {
    assertThat(patience.untilDone(aRunningJob(), succeedsAtTry(1))).isEqualTo("done");

    assertThat(tries).hasValue(1);
    assertThat(pauses).isEmpty();
    assertThat(trouble.all()).isEmpty();
  }

  @Test
  void whatFailsIsTriedAgainWithLongerPauses() {
    assertThat(patience.untilDone(aRunningJob(), succeedsAtTry(8))).isEqualTo("done");

    assertThat(pauses)
        .extracting(Duration::toMillis)
        .containsExactly(100L, 200L, 400L, 800L, 1600L, 2000L, 2000L);
  }

  @Test
  void troubleIsToldOnce() {
    assertThat(patience.untilDone(aRunningJob(), succeedsAtTry(5))).isEqualTo("done");

    assertThat(trouble.all()).containsExactly(aRunningJob().id() + ": failure 1");
  }

  @Test
  void itEndsWithTheLifetimeOfTheJob() {
    assertThatThrownBy(() -> patience.untilDone(aRunningJob(), succeedsAtTry(Integer.MAX_VALUE)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("failure " + tries);

    assertThat(clock.instant())
        .isBetween(
            aRunningJob().order().expiresAt(), aRunningJob().order().expiresAt().plusSeconds(2));
    assertThat(trouble.all()).hasSize(1);
  }

  @Test
  void itEndsWhenTheThreadIsToStop() {
    var interrupted =
        new Patience(
            clock,
            _ -> {
              throw new InterruptedException();
            },
            trouble);

    assertThatThrownBy(() -> interrupted.untilDone(aRunningJob(), succeedsAtTry(2)))
        .hasMessage("failure 1");

    assertThat(Thread.interrupted()).as("the thread still knows").isTrue();
    assertThat(tries).hasValue(1);
  }
}
