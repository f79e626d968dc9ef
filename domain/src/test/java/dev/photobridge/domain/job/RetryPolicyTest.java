package dev.photobridge.domain.job;

import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.domain.provider.Cost;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryPolicyTest {
  private static final RetryPolicy POLICY =
      new RetryPolicy(10, 1, Duration.ofSeconds(1), Duration.ofSeconds(8));
  private static final Instant NOW = RECEIVED_AT.plusSeconds(2);

  /// The longest pause that chance allows.
  private static final RandomGenerator LONGEST = new Always(Long.MAX_VALUE);

  /// The shortest one.
  private static final RandomGenerator SHORTEST = new Always(0);

  private static RunningJob attempt(int number) {
    return new RunningJob(
        anOrder().build(),
        new JobProgress(number, 0, Cost.ZERO, JobTarget.MAIN),
        RECEIVED_AT,
        null);
  }

  private static Optional<Duration> pause(
      RunningJob job, Optional<Duration> suggested, Instant now, RandomGenerator random) {
    return POLICY
        .nextAttempt(job, FailureKind.UNAVAILABLE, suggested, Duration.ZERO, now, random)
        .map(next -> Duration.between(now, next));
  }

  @ParameterizedTest
  @CsvSource({
    "1,500,1000",
    "2,1000,2000",
    "3,2000,4000",
    "4,4000,8000",
    "5,4000,8000",
    "9,4000,8000"
  })
  void pausesDoubleUpToABoundAndAreHalvedAtMost(int attempt, long shortest, long longest) {
    assertThat(pause(attempt(attempt), Optional.empty(), NOW, SHORTEST))
        .contains(Duration.ofMillis(shortest));
    assertThat(pause(attempt(attempt), Optional.empty(), NOW, LONGEST))
        .contains(Duration.ofMillis(longest));
  }

  @ParameterizedTest
  @CsvSource({"10,1,true", "10,2,false", "1,1,false"})
  void aCallThatBroughtNoPictureIsRepeatedOnce(int maxAttempts, int attempt, boolean again) {
    var policy = new RetryPolicy(maxAttempts, 1, Duration.ofSeconds(1), Duration.ofSeconds(8));

    assertThat(
            policy.nextAttempt(
                attempt(attempt),
                FailureKind.NO_IMAGE,
                Optional.empty(),
                Duration.ZERO,
                NOW,
                SHORTEST))
        .matches(next -> next.isPresent() == again);
  }

  @Test
  void chanceSpreadsPausesOverTheWholeRange() {
    var random = new SplittableRandom(4);
    long below = 0;
    for (int i = 0; i < 1000; i++) {
      Duration pause = pause(attempt(2), Optional.empty(), NOW, random).orElseThrow();
      assertThat(pause).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
      below += pause.toMillis() < 1500 ? 1 : 0;
    }
    assertThat(below).isBetween(400L, 600L);
  }

  @Test
  void aHugeNumberOfAttemptsStaysWithinTheBound() {
    var patient =
        new RetryPolicy(Integer.MAX_VALUE, 1, Duration.ofMillis(1), Duration.ofSeconds(30));

    assertThat(
            patient.nextAttempt(
                attempt(1_000_000),
                FailureKind.UNAVAILABLE,
                Optional.empty(),
                Duration.ZERO,
                NOW,
                LONGEST))
        .contains(NOW.plusSeconds(30));
  }

  @Test
  void theLastAttemptIsTheLast() {
    assertThat(pause(attempt(9), Optional.empty(), NOW, SHORTEST)).isPresent();
    assertThat(pause(attempt(10), Optional.empty(), NOW, SHORTEST)).isEmpty();
    assertThat(pause(attempt(11), Optional.empty(), NOW, SHORTEST)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void onlyRetryableFailuresAreTriedAgain(FailureKind kind) {
    assertThat(
            POLICY
                .nextAttempt(attempt(1), kind, Optional.empty(), Duration.ZERO, NOW, SHORTEST)
                .isPresent())
        .isEqualTo(kind.isRetryable());
  }

  @ParameterizedTest
  @CsvSource({"0,1000", "999,1000", "1000,1000", "1001,1001", "20000,20000"})
  void aLongerPauseThatTheProviderAskedForIsKept(long asked, long paused) {
    assertThat(pause(attempt(1), Optional.of(Duration.ofMillis(asked)), NOW, LONGEST))
        .contains(Duration.ofMillis(paused));
  }

  @ParameterizedTest
  @CsvSource({
    // seconds after receipt at which the attempt failed, pause asked for, tried again?
    "2,45,true",
    "2,46,false",
    "46,1,true",
    "47,1,false",
    "48,1,false"
  })
  void whileTheBoothWaitsTheNextAttemptBeginsBeforeItsAnswer(
      long failedAfter, long asked, boolean again) {
    Instant now = RECEIVED_AT.plusSeconds(failedAfter);

    assertThat(pause(attempt(1), Optional.of(Duration.ofSeconds(asked)), now, LONGEST).isPresent())
        .isEqualTo(again);
  }

  @ParameterizedTest
  @CsvSource({
    "49,1,true",
    "49,550,true",
    "49,551,false",
    "598,1,true",
    "599,1,false",
    "601,1,false"
  })
  void aLateJobHasItsWholeLifetime(long failedAfter, long asked, boolean again) {
    Instant now = RECEIVED_AT.plusSeconds(failedAfter);

    assertThat(pause(attempt(1), Optional.of(Duration.ofSeconds(asked)), now, LONGEST).isPresent())
        .isEqualTo(again);
  }

  @ParameterizedTest
  @CsvSource({
    // seconds after receipt at which the attempt failed, seconds a call takes, tried again?
    "2,44,true",
    "2,45,false",
    "2,46,false",
    "49,549,true",
    "49,550,false"
  })
  void anAttemptThatCouldNotEndInTimeIsNotPaidFor(long failedAfter, long expected, boolean again) {
    Instant now = RECEIVED_AT.plusSeconds(failedAfter);

    assertThat(
            POLICY
                .nextAttempt(
                    attempt(1),
                    FailureKind.UNAVAILABLE,
                    Optional.empty(),
                    Duration.ofSeconds(expected),
                    now,
                    LONGEST)
                .isPresent())
        .isEqualTo(again);
  }

  @Test
  void noAttemptEverBeginsPastItsTime() {
    var random = new SplittableRandom(5);
    JobOrder order = anOrder().build();
    for (int i = 0; i < 10_000; i++) {
      Instant now = RECEIVED_AT.plusMillis(random.nextLong(700_000));
      var asked = Optional.of(Duration.ofMillis(random.nextLong(100_000)));

      POLICY
          .nextAttempt(
              attempt(random.nextInt(1, 12)),
              FailureKind.RATE_LIMITED,
              asked,
              Duration.ZERO,
              now,
              random)
          .ifPresent(
              next -> {
                assertThat(next).isAfter(now).isBefore(order.expiresAt());
                assertThat(order.isLateAt(now) || next.isBefore(order.answerBy())).isTrue();
              });
    }
  }

  @ParameterizedTest
  @CsvSource({"0,true", "1,true", "2,false"})
  void whatMayHaveBeenPaidOftenIsNotPaidAgain(int lost, boolean allowed) {
    var progress = new JobProgress(3, lost, Cost.ZERO, JobTarget.MAIN);

    assertThat(POLICY.allowsRun(new RunningJob(anOrder().build(), progress, NOW, null)))
        .isEqualTo(allowed);
  }

  @Test
  void refusesNonsense() {
    Duration second = Duration.ofSeconds(1);

    assertThatThrownBy(() -> new RetryPolicy(0, 1, second, second))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetryPolicy(1, -1, second, second))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetryPolicy(1, 1, second.negated(), second))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetryPolicy(1, 1, second.plusNanos(1), second))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new RetryPolicy(1, 1, Duration.ZERO, Duration.ZERO).maxAttempts()).isEqualTo(1);
  }

  /// Chance that always falls on one end.
  private record Always(long value) implements RandomGenerator {
    @Override
    public long nextLong() {
      return value;
    }

    @Override
    public long nextLong(long bound) {
      return Math.min(value, bound - 1);
    }
  }
}
