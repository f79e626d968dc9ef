package dev.photobridge.application.port.out;

import dev.photobridge.domain.job.JobId;

/// Where providers report that they have their answer.
public interface CallbackAddresses {
  /// The URL of this job, which nobody can guess; always the same for the same job.
  String of(JobId job);
}
