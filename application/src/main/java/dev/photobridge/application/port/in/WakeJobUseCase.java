package dev.photobridge.application.port.in;

import dev.photobridge.domain.job.JobId;

/// Hears that a job's provider has its answer.
public interface WakeJobUseCase {
  /// Lets the provider be asked at once; of no effect on a job that does not wait for its provider.
  void wake(JobId job);
}
