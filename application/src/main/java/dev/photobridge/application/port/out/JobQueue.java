package dev.photobridge.application.port.out;

import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueueLoad;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.ReleasedJob;
import dev.photobridge.domain.job.WaitingJob;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Holds accepted jobs until a worker takes them, bounded, oldest first, within the limits of the
/// catalogue and of the slots. Every change is recorded before the method returns. Safe for use by
/// many threads; its contract is tested by `JobQueueContract`.
public interface JobQueue {
  /// From now on jobs may be claimed for these places wherever one is submitted or released, and
  /// not only by [#claim]. A job that can start then does, without anybody asking for it.
  void serve(Workplaces places);

  /// Accepts a job, unless the queue is full or closed, or there is a job already that does or did
  /// the same ([dev.photobridge.domain.job.DuplicateKey]).
  SubmitOutcome submit(QueuedJob job);

  /// What would be before a job of this slot for this provider; lets a request be refused before
  /// its photo is read.
  QueueLoad load(ProviderId provider, SlotAddress slot, Instant now);

  /// Takes jobs that may start: of each provider at most as many as it has free places here and
  /// limits leave over all nodes, oldest first; and jobs whose provider is to be asked for its
  /// answer, which need no place. A claimed job is nobody else's until it is released or its lease
  /// ends.
  ///
  /// @param freePlaces by provider; a provider that is missing has none
  List<JobClaim> claim(Map<ProviderId, Integer> freePlaces, Instant now);

  /// Says that these claims are still worked on, and when their providers were called; to be called
  /// every third of a lease.
  ///
  /// @return those that are lost: somebody else has the job or has ended it
  List<JobClaim> renew(Collection<JobClaim> claims);

  /// Ends a claim at the end of an attempt: the job is tried again or has ended. A job that is to
  /// be tried again needs no room.
  ///
  /// @return whether it was still this claim's to release
  boolean release(JobClaim claim, ReleasedJob job, AttemptEnd attempt, Instant now);

  /// Ends a claim in the middle of an attempt: the provider answers later.
  ///
  /// @return whether it was still this claim's to release
  boolean park(JobClaim claim, WaitingJob job);

  /// Lets a job that waits for its provider's answer be claimed at once; of no effect in any other
  /// state.
  ///
  /// @return whether it waited
  boolean wake(JobId job, Instant now);

  /// Accepts nothing more, and claims nothing more unasked: none is under way when this returns.
  /// What is queued stays claimable.
  void close();
}
