package dev.photobridge.application.port.out;

import dev.photobridge.domain.job.RunningJob;

/// A worker's hold on a job. It ends when the job is released, or when it is not renewed in time
/// and somebody else takes the job over.
public interface JobClaim {
  /// The job, in the attempt that this claim began or resumed.
  RunningJob job();

  /// Where the worker notes its provider's call; what it noted is recorded when the claim ends, and
  /// may be before.
  CallNotes call();
}
