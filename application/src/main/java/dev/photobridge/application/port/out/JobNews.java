package dev.photobridge.application.port.out;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import java.util.Collection;

/// Hears from a queue what other nodes did. Implemented by the engine; news may come late, twice or
/// not at all.
public interface JobNews {
  /// There may be jobs to take.
  void jobsQueued();

  /// This job of this account was deleted.
  void jobDeleted(AccountName account, JobId job);

  /// These jobs have ended.
  void jobsEnded(Collection<JobId> jobs);
}
