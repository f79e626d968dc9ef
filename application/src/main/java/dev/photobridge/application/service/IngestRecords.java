package dev.photobridge.application.service;

import dev.photobridge.application.engine.EngineTrouble;
import dev.photobridge.application.port.in.IngestPhotoOutcome;
import dev.photobridge.application.port.in.Stopwatch;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.ProcessingLog;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import dev.photobridge.domain.stats.ProcessingOrigin;
import dev.photobridge.domain.stats.ProcessingStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Writes the processing log's row about each photo. A photo is never kept from its booth because
/// its row can't be written.
public final class IngestRecords {
  private final ProcessingLog log;
  private final JobRepository jobs;
  private final InstantSource clock;
  private final EngineTrouble trouble;
  private final Executor afterwards;

  /// @param afterwards runs what the booth's answer does not wait for
  public IngestRecords(
      ProcessingLog log,
      JobRepository jobs,
      InstantSource clock,
      EngineTrouble trouble,
      Executor afterwards) {
    this.log = log;
    this.jobs = jobs;
    this.clock = clock;
    this.trouble = trouble;
    this.afterwards = afterwards;
  }

  /// A photo was refused and no job made of it.
  ///
  /// @param why for operators
  void refused(IngestSlots.Ready slot, String why, Stopwatch stopwatch) {
    write(entry(slot, null, false, ProcessingStatus.ERROR, Cost.ZERO, why, stopwatch));
  }

  /// No job was made of a photo, for want of room or time.
  void notQueued(IngestSlots.Ready slot, IngestPhotoOutcome outcome, Stopwatch stopwatch) {
    write(entry(slot, null, false, status(outcome), Cost.ZERO, message(outcome), stopwatch));
  }

  /// The booth is told what came of its job.
  ///
  /// @param joined whether it is another photo's job, whose row has the cost
  void ended(
      IngestSlots.Ready slot,
      FinishedJob job,
      boolean joined,
      IngestPhotoOutcome outcome,
      Stopwatch stopwatch) {
    Cost cost = joined ? Cost.ZERO : job.cost();
    write(entry(slot, job.id(), joined, status(outcome), cost, message(outcome), stopwatch));
  }

  /// The booth gets its answer while the job goes on.
  void stillOpen(
      IngestSlots.Ready slot,
      JobId job,
      boolean joined,
      IngestPhotoOutcome outcome,
      Stopwatch stopwatch) {
    ProcessingLogEntry row =
        entry(slot, job, joined, status(outcome), Cost.ZERO, message(outcome), stopwatch);
    write(row);
    if (!joined) {
      afterwards.execute(() -> catchUp(job, row));
    }
  }

  /// Whoever ended the job may have done so just before its row was there to take its price.
  private void catchUp(JobId job, ProcessingLogEntry row) {
    try {
      if (jobs.find(job).orElse(null) instanceof FinishedJob finished) {
        log.recordLateCost(job, finished.cost());
      }
    } catch (RuntimeException e) {
      trouble.inProcessingLog(row, e);
    }
  }

  private ProcessingLogEntry entry(
      IngestSlots.Ready slot,
      @Nullable JobId job,
      boolean joined,
      ProcessingStatus status,
      Cost cost,
      @Nullable String message,
      Stopwatch stopwatch) {
    Duration elapsed = stopwatch.elapsed();
    return new ProcessingLogEntry(
        slot.address(),
        ProcessingOrigin.BOOTH,
        slot.setup().provider(),
        job,
        joined,
        clock.instant().minus(elapsed),
        status,
        elapsed,
        cost,
        message);
  }

  private void write(ProcessingLogEntry entry) {
    try {
      log.record(entry);
    } catch (RuntimeException e) {
      trouble.inProcessingLog(entry, e);
    }
  }

  private static ProcessingStatus status(IngestPhotoOutcome outcome) {
    return switch (outcome) {
      case IngestPhotoOutcome.Processed _ -> ProcessingStatus.SUCCESS;
      case IngestPhotoOutcome.TooLate _ -> ProcessingStatus.TIMEOUT;
      case IngestPhotoOutcome.Substituted substituted -> status(substituted.insteadOf());
      case IngestPhotoOutcome.Failed _,
          IngestPhotoOutcome.Busy _,
          IngestPhotoOutcome.Stopping _,
          IngestPhotoOutcome.Rejected _ ->
          ProcessingStatus.ERROR;
    };
  }

  private static @Nullable String message(IngestPhotoOutcome outcome) {
    return switch (outcome) {
      case IngestPhotoOutcome.Processed _ -> null;
      case IngestPhotoOutcome.TooLate _ -> "no result in time";
      case IngestPhotoOutcome.Failed failed ->
          failed.failure().reason() + ": " + failed.failure().detail();
      case IngestPhotoOutcome.Busy _ ->
          "the queue is full, or a limit leaves no time for the photo";
      case IngestPhotoOutcome.Stopping _ -> "the server is stopping";
      case IngestPhotoOutcome.Rejected _ -> "refused";
      case IngestPhotoOutcome.Substituted substituted ->
          message(substituted.insteadOf()) + "; the booth got " + inWords(substituted.kind());
    };
  }

  private static String inWords(IngestPhotoOutcome.Substitute kind) {
    return switch (kind) {
      case ORIGINAL_PHOTO -> "the original photo";
      case LOCAL_EFFECT -> "the photo with a local effect";
    };
  }
}
