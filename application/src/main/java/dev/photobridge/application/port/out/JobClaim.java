package dev.photobridge.application.port.out;

import dev.photobridge.domain.job.RunningJob;

/// A worker's hold on a job.
public interface JobClaim {
  /// The job, in the attempt that this claim began.
  RunningJob job();
}
