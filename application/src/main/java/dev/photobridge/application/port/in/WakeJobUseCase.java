package dev.photobridge.application.port.in;

import dev.photobridge.domain.job.JobId;
import org.jspecify.annotations.Nullable;

/// Hears that a job's provider has its answer.
public interface WakeJobUseCase {
  /// Lets the provider be asked at once; of no effect on a job that does not wait for its provider.
  ///
  /// @param report what the provider said, for its adapter to judge; null: nothing
  void wake(JobId job, @Nullable String report);
}
