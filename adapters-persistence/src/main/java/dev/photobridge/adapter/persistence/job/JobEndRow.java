package dev.photobridge.adapter.persistence.job;

import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobEnd;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.media.MediaId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The columns of table `job` that say how a job ended; all null while it is open.
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

  JobEnd toEnd(JobState state) {
    return switch (state) {
      case SUCCEEDED -> succeeded(false);
      case SUCCEEDED_LATE -> succeeded(true);
      case FAILED -> new JobEnd.Failed(failure());
      case EXPIRED -> new JobEnd.Expired();
      case QUEUED, RUNNING, WAITING_PROVIDER ->
          throw new IllegalStateException(state + " is not an end");
    };
  }

  private JobEnd succeeded(boolean late) {
    UUID result = JobRow.present(resultMediaId, "result_media_id");
    return new JobEnd.Succeeded(new MediaId(result), late);
  }

  /// What the last attempt cost stands in its own row.
  private JobFailure failure() {
    return JobFailure.of(
        FailureKind.valueOf(JobRow.present(failureKind, "failure_kind")),
        JobRow.present(failureReason, "failure_reason"),
        JobRow.present(failureDetail, "failure_detail"));
  }
}
