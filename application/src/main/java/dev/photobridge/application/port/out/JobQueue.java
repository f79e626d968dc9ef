package dev.photobridge.application.port.out;

import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.provider.ProviderId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Holds accepted jobs until a worker takes them, bounded, oldest first. Every change is recorded
/// before the method returns. Safe for use by many threads; its contract is tested by
/// `JobQueueContract`.
public interface JobQueue {
  /// Accepts a job, unless the queue is full or closed.
  SubmitOutcome submit(QueuedJob job);

  /// Whether a job would be refused for want of room now; lets a request be refused before its
  /// photo is read.
  boolean isFull();

  /// Takes jobs that may start: of each provider at most as many as it has free places, oldest
  /// first. A claimed job is nobody else's until it is finished or given back.
  ///
  /// @param freePlaces by provider; a provider that is missing has none
  List<JobClaim> claim(Map<ProviderId, Integer> freePlaces, Instant now);

  /// Ends a claimed job.
  ///
  /// @return whether it was still this claim's to end
  boolean finish(JobClaim claim, FinishedJob job);

  /// Puts a claimed job back to be tried again; it needs no room.
  ///
  /// @return whether it was still this claim's to give back
  boolean giveBack(JobClaim claim, QueuedJob job);

  /// Accepts nothing more; what is queued stays claimable.
  void close();
}
