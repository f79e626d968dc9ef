package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.RetryPolicy;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.provider.Cost;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Runs one claimed job: an attempt at its provider, then its end or the next attempt. Safe for use
/// by many threads.
public final class JobRunner {
  private final ProviderAttempt attempt;
  private final JobEnding ending;
  private final RetryPolicy retries;
  private final InstantSource clock;
  private final RandomGenerator random;

  /// @param random spreads retries; must be safe for use by many threads
  public JobRunner(
      ProviderAttempt attempt,
      JobEnding ending,
      RetryPolicy retries,
      InstantSource clock,
      RandomGenerator random) {
    this.attempt = attempt;
    this.ending = ending;
    this.retries = retries;
    this.clock = clock;
    this.random = random;
  }

  /// Runs the job to its end or to the end of this attempt.
  void run(JobClaim claim) {
    RunningJob job = claim.job();
    Instant begin = clock.instant();
    if (job.order().isExpiredAt(begin)) {
      ending.finish(claim, job.expire(Cost.ZERO, begin));
      return;
    }
    switch (attempt.run(job)) {
      case AttemptOutcome.Stored stored ->
          ending.finish(claim, job.succeed(stored.result(), stored.cost(), clock.instant()));
      case AttemptOutcome.Failed failed -> retryOrEnd(claim, job, failed);
    }
  }

  private void retryOrEnd(JobClaim claim, RunningJob job, AttemptOutcome.Failed failed) {
    Instant now = clock.instant();
    JobFailure failure = failed.failure();
    Optional<Instant> next =
        retries.nextAttempt(job, failure.kind(), failed.retryAfter(), now, random);
    if (next.isPresent()) {
      ending.giveBack(claim, job.retry(failure.cost(), next.get()));
    } else if (job.order().isExpiredAt(now)) {
      ending.finish(claim, job.expire(failure.cost(), now));
    } else {
      ending.finish(claim, job.fail(failure, now));
    }
  }
}
