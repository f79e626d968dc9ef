package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.FallbackRule;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.ReleasedJob;
import dev.photobridge.domain.job.RetryPolicy;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.job.WaitingJob;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.SlotSetup;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Runs one claimed job: an attempt at its provider, then its end, the next attempt, the fallback,
/// or the wait for the provider's answer. Safe for use by many threads.
public final class JobRunner {
  private static final JobFailure LOST_TOO_OFTEN =
      JobFailure.of(
          FailureKind.INTERRUPTED,
          "WORKER_LOST",
          "the server broke off during the call again and again, and each may have been paid");

  private static final Duration ASK_AGAIN = Duration.ofSeconds(2);

  private final ProviderAttempt attempt;
  private final JobEnding ending;
  private final ProviderTimes times;
  private final RetryPolicy retries;
  private final InstantSource clock;
  private final RandomGenerator random;

  /// @param times is asked for and told how long calls take
  /// @param random spreads retries; must be safe for use by many threads
  public JobRunner(
      ProviderAttempt attempt,
      JobEnding ending,
      ProviderTimes times,
      RetryPolicy retries,
      InstantSource clock,
      RandomGenerator random) {
    this.attempt = attempt;
    this.ending = ending;
    this.times = times;
    this.retries = retries;
    this.clock = clock;
    this.random = random;
  }

  /// Runs the job to its end or to the end of this attempt.
  void run(JobClaim claim) {
    RunningJob job = claim.job();
    Instant begin = clock.instant();
    if (job.order().isExpiredAt(begin) || !retries.allowsRun(job)) {
      endWithoutCall(claim, job, begin);
      return;
    }
    switch (attempt.run(job, claim.call())) {
      case AttemptOutcome.Stored stored -> succeed(claim, job, stored);
      case AttemptOutcome.Deferred deferred ->
          ending.park(
              claim,
              job.billed(deferred.cost())
                  .await(deferred.call(), clock.instant().plus(deferred.checkAfter())));
      case AttemptOutcome.Failed failed -> retryOrEnd(claim, job, failed);
      case AttemptOutcome.NotBegun notBegun -> beginLater(claim, job, notBegun);
      case AttemptOutcome.Interrupted _ -> handBack(claim, job);
    }
  }

  /// There may be no further call; what an earlier one brought is delivered all the same.
  private void endWithoutCall(JobClaim claim, RunningJob job, Instant now) {
    Optional<AttemptOutcome.Stored> kept = attempt.recover(job);
    if (kept.isPresent()) {
      succeed(claim, job, kept.get());
    } else if (job.order().isExpiredAt(now)) {
      Cost owed = attempt.owed(job);
      ending.finish(claim, job.expire(owed, now), new AttemptEnd.Failed(lifetimeOver(owed)));
    } else {
      ending.finish(claim, job.fail(LOST_TOO_OFTEN, now), new AttemptEnd.Failed(LOST_TOO_OFTEN));
    }
  }

  private static JobFailure lifetimeOver(Cost owed) {
    return new JobFailure(
        FailureKind.INTERRUPTED,
        "LIFETIME_OVER",
        "the job's lifetime ended before the provider's answer",
        owed);
  }

  private void succeed(JobClaim claim, RunningJob job, AttemptOutcome.Stored stored) {
    Instant now = clock.instant();
    times.record(job.setup().provider(), Duration.between(job.startedAt(), now));
    ending.finish(
        claim,
        job.succeed(stored.result(), stored.cost(), now),
        new AttemptEnd.Delivered(stored.cost(), stored.tokens()));
  }

  /// It is nobody's fault and cost nothing, so it is tried on as long as the job lives.
  private void beginLater(JobClaim claim, RunningJob job, AttemptOutcome.NotBegun why) {
    Instant now = clock.instant();
    Optional<DeferredCall> asked = job.deferredCall();
    if (asked.isPresent()) {
      ending.park(claim, job.await(asked.get(), now.plus(ASK_AGAIN)));
      return;
    }
    var failure =
        JobFailure.of(
            FailureKind.INTERRUPTED,
            "STORAGE_UNAVAILABLE",
            String.valueOf(why.cause().getMessage()));
    ending.giveBack(claim, job.retry(Cost.ZERO, now), new AttemptEnd.Failed(failure), now);
  }

  private void handBack(JobClaim claim, RunningJob job) {
    Instant now = clock.instant();
    release(claim, job.handBack(now), new AttemptEnd.Unknown(), now);
  }

  private void retryOrEnd(JobClaim claim, RunningJob job, AttemptOutcome.Failed failed) {
    Instant now = clock.instant();
    release(claim, afterFailure(job, failed, now), new AttemptEnd.Failed(failed.failure()), now);
  }

  private void release(JobClaim claim, ReleasedJob job, AttemptEnd attempt, Instant now) {
    switch (job) {
      case QueuedJob queued -> ending.giveBack(claim, queued, attempt, now);
      case WaitingJob waiting -> ending.park(claim, waiting);
      case FinishedJob finished -> ending.finish(claim, finished, attempt);
    }
  }

  private ReleasedJob afterFailure(RunningJob job, AttemptOutcome.Failed failed, Instant now) {
    JobFailure failure = failed.failure();
    Optional<DeferredCall> asked = job.deferredCall();
    if (asked.isPresent() && mayStillBeAnswered(job, failure, now)) {
      return job.await(asked.get(), now.plus(failed.retryAfter().orElse(ASK_AGAIN)));
    }
    Duration expected = times.median(job.setup().provider());
    Optional<Instant> next =
        retries.nextAttempt(job, failure.kind(), failed.retryAfter(), expected, now, random);
    if (next.isPresent()) {
      return job.retry(failure.cost(), next.get());
    }
    if (FallbackRule.applies(job, failure.kind(), fallbackTime(job), now)) {
      return job.fallBack(failure.cost(), now);
    }
    return job.order().isExpiredAt(now) ? job.expire(failure.cost(), now) : job.fail(failure, now);
  }

  /// A call that the provider accepted is paid for, and when it can't be asked now it can be later.
  private static boolean mayStillBeAnswered(RunningJob job, JobFailure failure, Instant now) {
    return switch (failure.kind()) {
      case UNAVAILABLE, CIRCUIT_OPEN, RATE_LIMITED -> !job.order().isExpiredAt(now);
      case REFUSED,
          QUOTA_EXHAUSTED,
          NO_IMAGE,
          UNUSABLE_ANSWER,
          RESULT_LOST,
          KEY_REJECTED,
          REQUEST_REJECTED,
          COST_CAP_REACHED,
          PHOTO_UNUSABLE,
          SLOT_IMAGE_MISSING,
          INTERRUPTED,
          INTERNAL ->
          false;
    };
  }

  private Duration fallbackTime(RunningJob job) {
    return job.order()
        .fallbackSetup()
        .map(SlotSetup::provider)
        .map(times::median)
        .orElse(Duration.ZERO);
  }
}
