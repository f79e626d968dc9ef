package dev.photobridge.domain.job;

import java.time.Instant;

/// A job whose provider has accepted it and answers later. No worker has it; it keeps its place
/// among the provider's parallel jobs.
///
/// @param order what it was asked to do
/// @param progress how far it has come
/// @param startedAt when the attempt began
/// @param call what to ask the provider for
/// @param checkAt when to ask next; a webhook brings it forward
public record WaitingJob(
    JobOrder order, JobProgress progress, Instant startedAt, DeferredCall call, Instant checkAt)
    implements ReleasedJob {
  public WaitingJob {
    RunningJob.requireAttempt(progress);
  }

  /// A worker goes and asks; that is no new attempt.
  public RunningJob resume() {
    return new RunningJob(order, progress, startedAt, call);
  }

  /// Its provider is to be asked from then on.
  public WaitingJob wake(Instant at) {
    return new WaitingJob(order, progress, startedAt, call, at);
  }

  /// It can't be run any more.
  public FinishedJob fail(JobFailure failure, Instant at) {
    return new FinishedJob(order, progress.billed(failure.cost()), new JobEnd.Failed(failure), at);
  }

  @Override
  public JobState state() {
    return JobState.WAITING_PROVIDER;
  }
}
