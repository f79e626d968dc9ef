package dev.photobridge.application.port.in;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import java.time.Duration;
import java.util.Optional;

/// Use case: an operator watches photos while they are processed.
public interface WatchJobsUseCase {
  /// Watches all jobs of an account, from now on: first comes [JobEvent.Ready], and whoever looks
  /// at the jobs after that misses nothing.
  WatchJobsOutcome watchAll(AccountName account);

  /// Watches one job: first comes [JobEvent.Changed] with the job as it stands.
  WatchJobsOutcome watchOne(AccountName account, JobId job);

  /// What one watcher hears. For one thread at a time.
  ///
  /// Of several changes of a job that were not fetched yet, only the latest is kept; whoever does
  /// not fetch at all hears [JobEvent.Over] in the end. So a slow watcher costs next to nothing.
  interface JobEvents extends AutoCloseable {
    /// The next event, or empty when there is none within the given time.
    Optional<JobEvent> next(Duration longest) throws InterruptedException;

    /// Ends the watch. Never fails.
    @Override
    void close();
  }
}
