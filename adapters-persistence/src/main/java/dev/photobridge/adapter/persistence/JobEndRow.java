package dev.photobridge.adapter.persistence;

import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobEnd;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.Cost;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The columns of table `job` that say how a job ended, but for its cost; all null while it is
/// open.
public record JobEndRow(
    @Nullable UUID resultMediaId,
    @Nullable String failureKind,
    @Nullable String failureReason,
    @Nullable String failureDetail) {

  static final JobEndRow NONE = new JobEndRow(null, null, null, null);

  static JobEndRow of(JobEnd end) {
    return switch (end) {
      case JobEnd.Succeeded succeeded ->
          new JobEndRow(succeeded.result().value(), null, null, null);
      case JobEnd.Failed(var failure) ->
          new JobEndRow(null, failure.kind().name(), failure.reason(), failure.detail());
      case JobEnd.Expired _ -> NONE;
    };
  }

  JobEnd toEnd(JobState state, Cost cost) {
    return switch (state) {
      case SUCCEEDED -> succeeded(cost, false);
      case SUCCEEDED_LATE -> succeeded(cost, true);
      case FAILED -> new JobEnd.Failed(failure(cost));
      case EXPIRED -> new JobEnd.Expired(cost);
      case QUEUED, RUNNING -> throw new IllegalStateException(state + " is not an end");
    };
  }

  private JobEnd succeeded(Cost cost, boolean late) {
    UUID result = JobRow.present(resultMediaId, "result_media_id");
    return new JobEnd.Succeeded(new MediaId(result), cost, late);
  }

  private JobFailure failure(Cost cost) {
    return new JobFailure(
        FailureKind.valueOf(JobRow.present(failureKind, "failure_kind")),
        JobRow.present(failureReason, "failure_reason"),
        JobRow.present(failureDetail, "failure_detail"),
        cost);
  }
}
