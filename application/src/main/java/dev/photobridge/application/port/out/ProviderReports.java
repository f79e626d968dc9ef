package dev.photobridge.application.port.out;

import dev.photobridge.domain.job.JobId;
import java.util.Optional;

/// What came to the webhooks of jobs whose provider answers later, for the attempt that asks next.
/// Safe for use by many threads.
public interface ProviderReports {
  /// Keeps a report in place of the job's earlier one; of no effect where the job's provider is not
  /// at work, or there is no such job.
  void keep(JobId job, String report);

  /// The latest report of this job.
  Optional<String> find(JobId job);
}
