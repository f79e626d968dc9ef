package dev.photobridge.domain.job;

import java.util.List;

/// What happened to a photo, step by step.
///
/// @param attempts the first one first
/// @param stages where the time went, in order, without gaps
public record JobHistory(List<Attempt> attempts, List<JobStage> stages) {
  public JobHistory {
    attempts = List.copyOf(attempts);
    stages = List.copyOf(stages);
  }

  /// The history of this job.
  ///
  /// @param attempts all of its attempts, the first one first
  public static JobHistory of(Job job, List<Attempt> attempts) {
    return new JobHistory(attempts, JobStages.of(job, attempts));
  }
}
