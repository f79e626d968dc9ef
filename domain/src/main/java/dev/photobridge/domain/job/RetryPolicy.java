package dev.photobridge.domain.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Whether and when a failed attempt is followed by another: exponential backoff with jitter, never
/// past the end of the job's time (PRODUCT section 2, step 7).
///
/// @param maxAttempts provider calls a job may begin, at least 1
/// @param firstDelay pause before the second attempt; each further one doubles it
/// @param longestDelay bound of our own pause, before the provider's wish; at least `firstDelay`
public record RetryPolicy(int maxAttempts, Duration firstDelay, Duration longestDelay) {
  public RetryPolicy {
    if (maxAttempts < 1) {
      throw new IllegalArgumentException("a job needs at least one attempt");
    }
    if (firstDelay.isNegative() || firstDelay.compareTo(longestDelay) > 0) {
      throw new IllegalArgumentException("pauses grow from the first one to the longest one");
    }
  }

  /// When the job may be tried again, or empty when this failure is its end. While the booth waits,
  /// an attempt that could only begin after `answerBy` is not worth its price; a job already late
  /// may use its whole lifetime.
  ///
  /// @param suggestedPause what the provider asked for (`Retry-After`), taken where it is longer
  ///   than ours
  /// @param random spreads the pauses between half and whole, so that failed jobs don't return as
  ///   one crowd
  public Optional<Instant> nextAttempt(
      RunningJob job,
      FailureKind failure,
      Optional<Duration> suggestedPause,
      Instant now,
      RandomGenerator random) {
    if (!failure.isRetryable() || job.attempts() >= maxAttempts) {
      return Optional.empty();
    }
    Duration own = jittered(backoff(job.attempts()), random);
    Duration pause = suggestedPause.filter(asked -> asked.compareTo(own) > 0).orElse(own);
    Instant next = now.plus(pause);
    JobOrder order = job.order();
    Instant lastStart = order.isLateAt(now) ? order.expiresAt() : order.answerBy();
    return next.isBefore(lastStart) ? Optional.of(next) : Optional.empty();
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
