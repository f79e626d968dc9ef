package dev.photobridge.domain.job;

import java.time.Instant;

/// A job that has ended.
///
/// @param order what it was asked to do
/// @param progress how far it came
/// @param end how it ended
/// @param finishedAt when
public record FinishedJob(JobOrder order, JobProgress progress, JobEnd end, Instant finishedAt)
    implements ReleasedJob {
  @Override
  public JobState state() {
    return switch (end) {
      case JobEnd.Succeeded succeeded ->
          succeeded.late() ? JobState.SUCCEEDED_LATE : JobState.SUCCEEDED;
      case JobEnd.Failed _ -> JobState.FAILED;
      case JobEnd.Expired _ -> JobState.EXPIRED;
    };
  }
}
