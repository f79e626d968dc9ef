package dev.photobridge.domain.job;

import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.Cost;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A job that a worker has.
///
/// @param order what it was asked to do
/// @param progress how far it has come, this attempt included
/// @param startedAt when this attempt began
/// @param call what the provider was asked for earlier in this attempt; null where it was not yet
public record RunningJob(
    JobOrder order, JobProgress progress, Instant startedAt, @Nullable DeferredCall call)
    implements Job {
  public RunningJob {
    requireAttempt(progress);
  }

  static void requireAttempt(JobProgress progress) {
    if (progress.attempts() < 1) {
      throw new IllegalArgumentException("a job that was started has begun an attempt");
    }
  }

  /// The call that the provider accepted earlier in this attempt and has to be asked about.
  public Optional<DeferredCall> deferredCall() {
    return Optional.ofNullable(call);
  }

  /// The processed photo is stored; in time or late, by the order's `answerBy`.
  ///
  /// @param billed for this attempt
  public FinishedJob succeed(MediaId result, Cost billed, Instant at) {
    return ended(billed, new JobEnd.Succeeded(result, order.isLateAt(at)), at);
  }

  /// There will be no photo.
  public FinishedJob fail(JobFailure failure, Instant at) {
    return ended(failure.cost(), new JobEnd.Failed(failure), at);
  }

  /// Its lifetime ended while it ran.
  ///
  /// @param billed for this attempt
  public FinishedJob expire(Cost billed, Instant at) {
    return ended(billed, new JobEnd.Expired(), at);
  }

  /// This attempt brought nothing, another one follows.
  ///
  /// @param billed for this attempt
  public QueuedJob retry(Cost billed, Instant notBefore) {
    return new QueuedJob(order, progress.billed(billed), notBefore);
  }

  /// The main setup brought nothing, the fallback is tried.
  ///
  /// @param billed for this attempt
  /// @throws IllegalStateException where the order has none, or this attempt used it already
  public QueuedJob fallBack(Cost billed, Instant at) {
    if (!canFallBack()) {
      throw new IllegalStateException("job " + id() + " has nothing to fall back to");
    }
    return new QueuedJob(order, progress.billed(billed).onFallback(), at);
  }

  /// Whether there is another setup to try.
  public boolean canFallBack() {
    return progress.target() == JobTarget.MAIN && order.fallbackSetup().isPresent();
  }

  /// This attempt has cost so much already, though it goes on.
  public RunningJob billed(Cost cost) {
    return new RunningJob(order, progress.billed(cost), startedAt, call);
  }

  /// The provider has accepted the call and answers later.
  public WaitingJob await(DeferredCall accepted, Instant checkAt) {
    return new WaitingJob(order, progress, startedAt, accepted, checkAt);
  }

  /// The worker stops in the middle of it; somebody else goes on.
  public ReleasedJob handBack(Instant at) {
    return call == null
        ? new QueuedJob(order, progress.lost(), at)
        : new WaitingJob(order, progress, startedAt, call, at);
  }

  /// Its worker is gone, another one takes it. What the provider was asked for is asked about
  /// again; where it is not known whether it was asked, that is a new attempt.
  public RunningJob takeOver(Instant at) {
    return call == null ? new RunningJob(order, progress.lost().begun(), at, null) : this;
  }

  private FinishedJob ended(Cost billed, JobEnd end, Instant at) {
    return new FinishedJob(order, progress.billed(billed), end, at);
  }

  @Override
  public JobState state() {
    return JobState.RUNNING;
  }
}
