package dev.photobridge.application.port.out;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.Attempt;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.DuplicateKey;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobId;
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
  void release(ReleasedJob job, AttemptEnd attempt, Instant at);

  /// Records that the job's provider answers later.
  void park(WaitingJob job);

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

  /// Which jobs to list.
  record Filter(AccountName account, Optional<SlotId> slot, Optional<JobState> state) {}
}
