package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RetryPolicy;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.provider.Cost;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Runs one claimed job: an attempt at its provider, then its end or the next attempt. Safe for use
/// by many threads.
public final class JobRunner {
  private final ProviderAttempt attempt;
  private final JobQueue queue;
  private final JobEnding ending;
  private final RetryPolicy retries;
  private final InstantSource clock;
  private final RandomGenerator random;

  /// @param random spreads retries; must be safe for use by many threads
  public JobRunner(
      ProviderAttempt attempt,
      JobQueue queue,
      JobEnding ending,
      RetryPolicy retries,
      InstantSource clock,
      RandomGenerator random) {
    this.attempt = attempt;
    this.queue = queue;
    this.ending = ending;
    this.retries = retries;
    this.clock = clock;
    this.random = random;
  }

  /// Runs the job to its end or to the end of this attempt.
  void run(JobClaim claim) {
    RunningJob job = claim.job();
    Instant now = clock.instant();
    if (job.order().isExpiredAt(now)) {
      ending.finish(claim, job.expire(Cost.ZERO, now));
      return;
    }
    switch (attempted(job)) {
      case AttemptOutcome.Stored stored ->
          ending.finish(claim, job.succeed(stored.result(), stored.cost(), clock.instant()));
      case AttemptOutcome.Failed failed -> retryOrFail(claim, job, failed);
    }
  }

  private AttemptOutcome attempted(RunningJob job) {
    try {
      return attempt.run(job);
    } catch (InterruptedException _) {
      // the flag stays down: this thread's last work is to record the job's end, which needs the
      // database
      return failed(
          FailureKind.INTERRUPTED, "SERVER_STOPPED", "the server stopped during the call");
    } catch (IOException | RuntimeException | Error e) {
      // errors too: a picture that needs more memory than there is must not leave its job open
      ending.trouble().inJob(job.id(), e);
      return failed(FailureKind.INTERNAL, "INTERNAL", e.toString());
    }
  }

  private void retryOrFail(JobClaim claim, RunningJob job, AttemptOutcome.Failed failed) {
    Instant now = clock.instant();
    Optional<Instant> next =
        retries.nextAttempt(job, failed.failure().kind(), failed.retryAfter(), now, random);
    if (next.isPresent()) {
      giveBack(claim, job.retry(failed.failure().cost(), next.get()));
    } else if (job.order().isExpiredAt(now)) {
      ending.finish(claim, job.expire(failed.failure().cost(), now));
    } else {
      ending.finish(claim, job.fail(failed.failure(), now));
    }
  }

  private void giveBack(JobClaim claim, QueuedJob job) {
    if (!queue.giveBack(claim, job)) {
      ending.trouble().claimLost(job.id());
    }
  }

  private static AttemptOutcome failed(FailureKind kind, String reason, String detail) {
    return new AttemptOutcome.Failed(JobFailure.of(kind, reason, detail), Optional.empty());
  }
}
