package dev.photobridge.domain.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Whether and when a failed attempt is followed by another: exponential backoff with jitter, never
/// past the end of the job's time (PRODUCT section 2, step 7).
///
/// @param maxAttempts provider calls a job may begin, at least 1
/// @param maxLostAttempts after how many attempts that broke off with their worker, and may have
///   been paid, a job is still run again
/// @param firstDelay pause before the second attempt; each further one doubles it
/// @param longestDelay bound of our own pause, before the provider's wish; at least `firstDelay`
public record RetryPolicy(
    int maxAttempts, int maxLostAttempts, Duration firstDelay, Duration longestDelay) {
  public RetryPolicy {
    if (maxAttempts < 1 || maxLostAttempts < 0) {
      throw new IllegalArgumentException("a job needs at least one attempt");
    }
    if (firstDelay.isNegative() || firstDelay.compareTo(longestDelay) > 0) {
      throw new IllegalArgumentException("pauses grow from the first one to the longest one");
    }
  }

  /// Whether a job may run on after what its lost attempts may have cost.
  public boolean allowsRun(RunningJob job) {
    return job.progress().lostAttempts() <= maxLostAttempts;
  }

  /// When the job may be tried again, or empty when this failure is its end. A call that brought no
  /// picture is repeated once. While the booth waits, an attempt that could only end after
  /// `answerBy` is not worth its price; a job already late may use its whole lifetime.
  ///
  /// @param suggestedPause what the provider asked for (`Retry-After`), taken where it is longer
  ///   than ours
  /// @param expected how long the provider's calls took lately; zero where that is not known
  /// @param random spreads the pauses between half and whole, so that failed jobs don't return as
  ///   one crowd
  public Optional<Instant> nextAttempt(
      RunningJob job,
      FailureKind failure,
      Optional<Duration> suggestedPause,
      Duration expected,
      Instant now,
      RandomGenerator random) {
    if (!failure.isRetryable() || job.attempts() >= mostAttempts(failure)) {
      return Optional.empty();
    }
    Duration own = jittered(backoff(job.attempts()), random);
    Duration pause = suggestedPause.filter(asked -> asked.compareTo(own) > 0).orElse(own);
    Instant next = now.plus(pause);
    return job.order().allowsEndAt(next.plus(expected), now) ? Optional.of(next) : Optional.empty();
  }

  /// An answer without a picture is billed like one with it, and what was not drawn in two tries is
  /// rarely drawn in the third.
  private int mostAttempts(FailureKind failure) {
    return failure == FailureKind.NO_IMAGE ? Math.min(maxAttempts, 2) : maxAttempts;
  }

  private Duration backoff(int attemptsMade) {
    Duration doubled = firstDelay.multipliedBy(1L << Math.min(attemptsMade - 1, 20));
    return doubled.compareTo(longestDelay) > 0 ? longestDelay : doubled;
  }

  private static Duration jittered(Duration pause, RandomGenerator random) {
    long half = pause.toMillis() / 2;
    return Duration.ofMillis(half + random.nextLong(half + 1));
  }
}
