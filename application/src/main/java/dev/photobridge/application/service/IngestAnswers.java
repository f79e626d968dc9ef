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
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.PhotoRefusal;
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

  /// Wired by the application; see the parameters' types.
  public IngestAnswers(
      MediaStore media, JobRepository jobs, ProcessingLog log, InstantSource clock) {
    this.media = media;
    this.jobs = jobs;
    this.log = log;
    this.clock = clock;
  }

  IngestPhotoOutcome answer(JobOrder order, Optional<FinishedJob> ended, Stopwatch stopwatch) {
    return ended.map(job -> answer(job, stopwatch)).orElseGet(() -> tooLate(order, stopwatch));
  }

  /// Records that a photo was refused before a job was made.
  void recordRefusal(SlotAddress slot, PhotoRefusal refusal, Stopwatch stopwatch) {
    Duration elapsed = stopwatch.elapsed();
    log.record(
        new ProcessingLogEntry(
            slot,
            null,
            clock.instant().minus(elapsed),
            ProcessingStatus.ERROR,
            elapsed,
            Cost.ZERO,
            refusal.toString()));
  }

  private IngestPhotoOutcome answer(FinishedJob job, Stopwatch stopwatch) {
    return switch (job.end()) {
      case JobEnd.Succeeded succeeded ->
          processed(job, succeeded.result(), succeeded.cost(), stopwatch);
      case JobEnd.Failed failed -> failed(job.order(), failed.failure(), stopwatch);
      case JobEnd.Expired _ -> tooLate(job.order(), stopwatch);
    };
  }

  private IngestPhotoOutcome processed(
      FinishedJob job, MediaId result, Cost cost, Stopwatch stopwatch) {
    Optional<MediaObject> photo = media.find(result);
    if (photo.isEmpty()) {
      var gone =
          JobFailure.of(FailureKind.INTERNAL, "RESULT_GONE", "the result was deleted at once");
      return failed(job.order(), gone, stopwatch);
    }
    record(job.order(), ProcessingStatus.SUCCESS, stopwatch, cost, null);
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

  private IngestPhotoOutcome tooLate(JobOrder order, Stopwatch stopwatch) {
    record(order, ProcessingStatus.TIMEOUT, stopwatch, Cost.ZERO, "no result in time");
    // the worker may have ended the job just before the row above was there to take its price
    if (jobs.find(order.id()).orElse(null) instanceof FinishedJob job
        && job.end() instanceof JobEnd.Succeeded succeeded) {
      log.recordLateCost(order.id(), succeeded.cost());
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
