package dev.photobridge.domain.job;

import dev.photobridge.domain.provider.Cost;

/// How far a job has come, whatever its state.
///
/// @param attempts begun so far; each is at most one paid call
/// @param lostAttempts of those, how many broke off with their worker, so that nobody knows whether
///   the provider was paid
/// @param cost what the attempts were billed, as far as is known
/// @param target which setup the next or running attempt uses
public record JobProgress(int attempts, int lostAttempts, Cost cost, JobTarget target) {
  /// A job that nobody has begun.
  public static final JobProgress NONE = new JobProgress(0, 0, Cost.ZERO, JobTarget.MAIN);

  public JobProgress {
    if (attempts < 0 || lostAttempts < 0 || lostAttempts > attempts) {
      throw new IllegalArgumentException(
          "attempts can't be negative, nor fewer than the lost ones: %d, %d"
              .formatted(attempts, lostAttempts));
    }
  }

  JobProgress begun() {
    return new JobProgress(attempts + 1, lostAttempts, cost, target);
  }

  JobProgress lost() {
    return new JobProgress(attempts, lostAttempts + 1, cost, target);
  }

  JobProgress billed(Cost more) {
    return new JobProgress(attempts, lostAttempts, cost.plus(more), target);
  }

  JobProgress onFallback() {
    return new JobProgress(attempts, lostAttempts, cost, JobTarget.FALLBACK);
  }
}
