package dev.photobridge.application.service;

import dev.photobridge.application.port.in.IngestPhotoOutcome;
import dev.photobridge.application.port.in.Stopwatch;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.ProcessingLog;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobEnd;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import dev.photobridge.domain.stats.ProcessingStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the booth is told once its job has ended or its time is up, and the processing log's row
/// about it.
public final class IngestAnswers {
  private final MediaStore media;
  private final JobRepository jobs;
  private final ProcessingLog log;
  private final InstantSource clock;

  public IngestAnswers(
      MediaStore media, JobRepository jobs, ProcessingLog log, InstantSource clock) {
    this.media = media;
    this.jobs = jobs;
    this.log = log;
    this.clock = clock;
  }

  /// Records that a photo was refused and no job made of it.
  ///
  /// @param why for operators
  void recordRefusal(SlotAddress slot, String why, Stopwatch stopwatch) {
    Duration elapsed = stopwatch.elapsed();
    log.record(
        new ProcessingLogEntry(
            slot,
            null,
            clock.instant().minus(elapsed),
            ProcessingStatus.ERROR,
            elapsed,
            Cost.ZERO,
            why));
  }

  /// What the booth gets of a job that ended in time.
  IngestPhotoOutcome answer(FinishedJob job, Stopwatch stopwatch) {
    return switch (job.end()) {
      case JobEnd.Succeeded succeeded -> processed(job, succeeded, stopwatch);
      case JobEnd.Failed failed -> failed(job.order(), failed.failure(), stopwatch);
      case JobEnd.Expired _ -> tooLate(job.order(), stopwatch);
    };
  }

  private IngestPhotoOutcome processed(FinishedJob job, JobEnd.Succeeded end, Stopwatch stopwatch) {
    Optional<MediaObject> photo = media.find(end.result());
    if (photo.isEmpty()) {
      var gone =
          new JobFailure(
              FailureKind.INTERNAL, "RESULT_GONE", "the result was deleted at once", end.cost());
      return failed(job.order(), gone, stopwatch);
    }
    record(job.order(), ProcessingStatus.SUCCESS, stopwatch, end.cost(), null);
    return new IngestPhotoOutcome.Processed(
        job.id(), photo.get().facts().type(), media.file(photo.get()));
  }

  private IngestPhotoOutcome failed(JobOrder order, JobFailure failure, Stopwatch stopwatch) {
    record(
        order,
        ProcessingStatus.ERROR,
        stopwatch,
        failure.cost(),
        failure.reason() + ": " + failure.detail());
    return new IngestPhotoOutcome.Failed(order.id(), failure);
  }

  /// What the booth gets when its time is up.
  IngestPhotoOutcome tooLate(JobOrder order, Stopwatch stopwatch) {
    record(order, ProcessingStatus.TIMEOUT, stopwatch, Cost.ZERO, "no result in time");
    // whoever ended the job may have done so just before the row above was there to take its price
    if (jobs.find(order.id()).orElse(null) instanceof FinishedJob job) {
      log.recordLateCost(order.id(), job.cost());
    }
    return new IngestPhotoOutcome.TooLate(order.id());
  }

  private void record(
      JobOrder order,
      ProcessingStatus status,
      Stopwatch stopwatch,
      Cost cost,
      @Nullable String error) {
    log.record(
        new ProcessingLogEntry(
            order.slot(),
            order.id(),
            order.receivedAt(),
            status,
            stopwatch.elapsed(),
            cost,
            error));
  }
}
