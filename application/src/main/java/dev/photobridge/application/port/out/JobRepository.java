package dev.photobridge.application.port.out;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.Attempt;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.CallTimes;
import dev.photobridge.domain.job.DuplicateKey;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobOrigin;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.ReleasedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.job.WaitingJob;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.provider.ProviderUsage;
import dev.photobridge.domain.slot.SlotId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The record of all jobs and their attempts, whatever queue carries them.
public interface JobRepository {
  /// Records a job just accepted.
  void insert(QueuedJob job);

  /// Records that an attempt begins, or that one goes on.
  void start(RunningJob job);

  /// Records the end of the job's running attempt and where the job stands now.
  ///
  /// @param call when the provider was called and answered, as far as it was in this run
  void release(ReleasedJob job, AttemptEnd attempt, CallTimes call, Instant at);

  /// Records that the job's provider answers later.
  ///
  /// @param call when the provider was called, if it was in this run
  void park(WaitingJob job, CallTimes call);

  /// The job of this id.
  Optional<Job> find(JobId id);

  /// Those of these jobs that there are.
  List<Job> findAll(Collection<JobId> ids);

  /// How the jobs of these accounts stand that are open or ended later than this.
  List<JobMark> marks(Collection<AccountName> accounts, Instant endedAfter);

  /// Those of these jobs that have ended.
  List<FinishedJob> ended(Collection<JobId> ids);

  /// A job that asks for the same and is open or ended with a photo that is kept until later than
  /// now; the latest one.
  Optional<JobId> findDuplicate(DuplicateKey key, Instant now);

  /// The job's attempts, the first one first.
  List<Attempt> attempts(JobId job);

  /// How much of a provider's limits the recorded attempts have used.
  ///
  /// @param dayStart when the day of its daily limit began
  ProviderUsage usage(ProviderId provider, Instant dayStart, Instant now);

  /// How many tokens an attempt at this provider used lately on average; 0 where none counted any.
  long averageTokens(ProviderId provider);

  /// An account's jobs, newest first.
  Page<Job> list(Filter filter, int page, int pageSize);

  /// Jobs that have not ended, oldest first.
  List<Job> open();

  /// Deletes jobs that ended before this time, with their attempts, some thousand at most. What the
  /// processing log says about them stays.
  ///
  /// @return how many
  int deleteEnded(Instant before);

  /// Deletes a job that has ended, with its attempts.
  ///
  /// @return whether there was one
  boolean delete(JobId job);

  /// Which jobs to list: those that satisfy every part.
  ///
  /// @param provider of the latest attempt
  /// @param receivedFrom received then or later
  /// @param receivedBefore received earlier than that
  record Filter(
      AccountName account,
      Optional<SlotId> slot,
      Optional<JobState> state,
      Optional<ProviderId> provider,
      Optional<JobOrigin.Kind> origin,
      Optional<Instant> receivedFrom,
      Optional<Instant> receivedBefore) {
    /// All jobs of an account.
    public static Filter allOf(AccountName account) {
      return new Filter(
          account,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }
}
