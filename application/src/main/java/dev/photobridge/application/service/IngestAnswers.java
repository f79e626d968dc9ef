package dev.photobridge.application.service;

import dev.photobridge.application.port.in.IngestPhotoOutcome;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.Pauses;
import dev.photobridge.application.port.out.StorageUnavailableException;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobEnd;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.media.MediaObject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// What the booth is told of a job that has ended.
public final class IngestAnswers {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final MediaStore media;
  private final Pauses pauses;

  /// @param pauses waits for a storage that is away
  public IngestAnswers(MediaStore media, Pauses pauses) {
    this.media = media;
    this.pauses = pauses;
  }

  /// @param timeLeft how long the booth still waits. So long a photo that is ready is looked for
  ///   when the storage is away; after that it is too late, and kept with its job.
  IngestPhotoOutcome answer(FinishedJob job, Supplier<Duration> timeLeft)
      throws InterruptedException {
    return switch (job.end()) {
      case JobEnd.Succeeded succeeded -> processed(job, succeeded, timeLeft);
      case JobEnd.Failed failed -> new IngestPhotoOutcome.Failed(job.id(), failed.failure());
      case JobEnd.Expired _ -> new IngestPhotoOutcome.TooLate(job.id());
    };
  }

  private IngestPhotoOutcome processed(
      FinishedJob job, JobEnd.Succeeded end, Supplier<Duration> timeLeft)
      throws InterruptedException {
    while (true) {
      try {
        return processed(job, media.find(end.result()));
      } catch (StorageUnavailableException _) {
        if (timeLeft.get().compareTo(PAUSE) < 0) {
          return new IngestPhotoOutcome.TooLate(job.id());
        }
        pauses.pause(PAUSE);
      }
    }
  }

  private IngestPhotoOutcome processed(FinishedJob job, Optional<MediaObject> photo) {
    return photo
        .<IngestPhotoOutcome>map(
            found ->
                new IngestPhotoOutcome.Processed(job.id(), found.facts().type(), media.file(found)))
        .orElseGet(
            () ->
                new IngestPhotoOutcome.Failed(
                    job.id(),
                    JobFailure.of(
                        FailureKind.INTERNAL, "RESULT_GONE", "the result was deleted at once")));
  }
}
