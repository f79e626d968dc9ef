package dev.photobridge.application.port.out;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.slot.SlotId;
import java.util.List;
import java.util.Optional;

/// The record of all jobs, whatever queue carries them.
public interface JobRepository {
  /// Records a job just accepted.
  void insert(QueuedJob job);

  /// Records where a job stands now.
  void update(Job job);

  /// The job of this id.
  Optional<Job> find(JobId id);

  /// An account's jobs, newest first.
  Page<Job> list(Filter filter, int page, int pageSize);

  /// Jobs that were open when the server last stopped, oldest first.
  List<Job> open();

  /// Which jobs to list.
  record Filter(AccountName account, Optional<SlotId> slot, Optional<JobState> state) {}
}
