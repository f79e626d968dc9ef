package dev.photobridge.domain.stats;

import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobEnd;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.JobOrigin;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One row a photo that came to a slot with the right password: what statistics are made of.
///
/// @param slot where it came in
/// @param origin who sent it: a booth, whose rows are what success and speed are made of, or an
///   operator, whose rows only count in the cost
/// @param provider that the slot was set to
/// @param jobAccepted its job; null where the photo was refused before one was made
/// @param joined whether that is the job of an earlier POST of the same photo, whose row has the
///   cost
/// @param createdAt when the request came
/// @param status what the booth got
/// @param responseTime until it got that
/// @param cost of the provider's calls
/// @param errorMessage why there was no photo, for operators; null on success
public record ProcessingLogEntry(
    SlotAddress slot,
    ProcessingOrigin origin,
    ProviderId provider,
    @Nullable JobId jobAccepted,
    boolean joined,
    Instant createdAt,
    ProcessingStatus status,
    Duration responseTime,
    Cost cost,
    @Nullable String errorMessage) {
  /// The row of an operator's job that has ended; empty for a booth's, whose row says what the
  /// booth got.
  public static Optional<ProcessingLogEntry> ofOperator(FinishedJob job) {
    return switch (job.order().origin()) {
      case JobOrigin.Booth _ -> Optional.empty();
      case JobOrigin.Test _, JobOrigin.Rerun _ -> Optional.of(operators(job));
    };
  }

  private static ProcessingLogEntry operators(FinishedJob job) {
    JobOrder order = job.order();
    Duration time = Duration.between(order.receivedAt(), job.finishedAt());
    return new ProcessingLogEntry(
        order.slot(),
        ProcessingOrigin.OPERATOR,
        order.setup().provider(),
        job.id(),
        false,
        order.receivedAt(),
        status(job.end()),
        // a clock that was put back makes no negative time
        time.isNegative() ? Duration.ZERO : time,
        job.cost(),
        message(job.end()));
  }

  private static ProcessingStatus status(JobEnd end) {
    return switch (end) {
      case JobEnd.Succeeded succeeded ->
          succeeded.late() ? ProcessingStatus.TIMEOUT : ProcessingStatus.SUCCESS;
      case JobEnd.Failed _ -> ProcessingStatus.ERROR;
      case JobEnd.Expired _ -> ProcessingStatus.TIMEOUT;
    };
  }

  private static @Nullable String message(JobEnd end) {
    return switch (end) {
      case JobEnd.Succeeded succeeded -> succeeded.late() ? "no result in time" : null;
      case JobEnd.Failed(var failure) -> failure.reason() + ": " + failure.detail();
      case JobEnd.Expired _ -> "no result within the job's lifetime";
    };
  }

  /// Its job, if one was made.
  public Optional<JobId> job() {
    return Optional.ofNullable(jobAccepted);
  }
}
