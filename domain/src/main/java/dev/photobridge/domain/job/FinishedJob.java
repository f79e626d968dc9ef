package dev.photobridge.domain.job;

import dev.photobridge.domain.provider.Cost;
import java.time.Instant;

/// A job that has ended.
///
/// @param order what it was asked to do
/// @param attempts begun
/// @param end how it ended
/// @param finishedAt when
public record FinishedJob(JobOrder order, int attempts, JobEnd end, Instant finishedAt)
    implements Job {
  @Override
  public Cost cost() {
    return switch (end) {
      case JobEnd.Succeeded succeeded -> succeeded.cost();
      case JobEnd.Failed failed -> failed.failure().cost();
      case JobEnd.Expired expired -> expired.cost();
    };
  }

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
