package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import java.util.Collection;

/// Tells other nodes what this one did, after it was committed. Never fails and never waits: what
/// is lost is found by looking.
public interface JobSignals {
  /// For a server that is alone.
  JobSignals NONE =
      new JobSignals() {
        @Override
        public void queued() {}

        @Override
        public void ended(Collection<JobId> jobs) {}

        @Override
        public void deleted(AccountName account, JobId job) {}
      };

  /// There are new jobs, or a place became free.
  void queued();

  /// These jobs have ended.
  void ended(Collection<JobId> jobs);

  /// This job of this account was deleted.
  void deleted(AccountName account, JobId job);
}
