package dev.photobridge.adapter.http.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
  private static final String HOME = "192.0.2.1";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
  private final SignInThrottle throttle = new SignInThrottle(clock);

  @Test
  void theEleventhWrongPasswordInFiveMinutesHasToWait() {
    fail(10, Duration.ofSeconds(6));

    assertThat(throttle.begin("serg", HOME)).contains(Duration.ofMinutes(4));
    clock.advance(Duration.ofMinutes(4).minusMillis(1));
    assertThat(throttle.begin("serg", HOME)).contains(Duration.ofMillis(1));
    clock.advance(Duration.ofMillis(1));
    assertThat(throttle.begin("serg", HOME)).isEmpty();
  }

  @Test
  void whoeverIsTurnedAwayDoesNotWaitLongerForAskingAgain() {
    fail(10, Duration.ZERO);

    clock.advance(Duration.ofMinutes(1));
    assertThat(throttle.begin("serg", HOME)).contains(Duration.ofMinutes(4));
    assertThat(throttle.begin("serg", HOME)).contains(Duration.ofMinutes(4));
  }

  @Test
  void anotherAddressAndAnotherNameAreNotAffected() {
    fail(10, Duration.ZERO);

    assertThat(throttle.begin("serg", "192.0.2.2")).isEmpty();
    assertThat(throttle.begin("igor", HOME)).isEmpty();
  }

  @Test
  void theRightPasswordForgetsTheWrongOnes() {
    fail(9, Duration.ZERO);
    assertThat(throttle.begin("serg", HOME)).isEmpty();
    throttle.forget("serg", HOME);

    fail(10, Duration.ZERO);
  }

  @Test
  void aTryThatWasNotLookedAtDoesNotCount() {
    for (int i = 0; i < 100; i++) {
      assertThat(throttle.begin("serg", HOME)).isEmpty();
      throttle.undo("serg", HOME);
    }
  }

  @Test
  void manyAtOnceCantSlipThrough() {
    var admitted = new AtomicInteger();
    IntStream.range(0, 200)
        .parallel()
        .forEach(
            _ -> {
              if (throttle.begin("serg", HOME).isEmpty()) {
                admitted.incrementAndGet();
              }
            });

    assertThat(admitted).hasValue(10);
  }

  @Test
  void aClockSetBackLocksNobodyOut() {
    fail(10, Duration.ZERO);

    clock.advance(Duration.ofHours(-1));

    assertThat(throttle.begin("serg", HOME)).isEmpty();
  }

  @Test
  void remembersABoundedNumberOfNames() {
    for (int i = 0; i < 20_000; i++) {
      assertThat(throttle.begin("name" + i, HOME)).isEmpty();
    }

    assertThat(throttle.size()).isEqualTo(10_000);
  }

  private void fail(int times, Duration apart) {
    for (int i = 0; i < times; i++) {
      assertThat(throttle.begin("serg", HOME)).as("try %s", i + 1).isEmpty();
      clock.advance(apart);
    }
  }
}
