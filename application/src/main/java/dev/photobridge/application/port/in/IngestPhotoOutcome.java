package dev.photobridge.application.port.in;

import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.media.MediaType;
import java.time.Duration;

/// What the booth is to be told.
public sealed interface IngestPhotoOutcome {
  /// The processed photo.
  record Processed(JobId job, MediaType type, StoredFile photo) implements IngestPhotoOutcome {}

  /// No result in time; the work goes on and its result can be fetched later.
  record TooLate(JobId job) implements IngestPhotoOutcome {}

  /// There will be no processed photo.
  record Failed(JobId job, JobFailure failure) implements IngestPhotoOutcome {}

  /// No room for the photo now.
  record Busy(Duration retryAfter) implements IngestPhotoOutcome {}

  /// The server is stopping.
  record Stopping() implements IngestPhotoOutcome {}

  /// The request can't be accepted; nothing was paid for.
  record Rejected(IngestRejection rejection) implements IngestPhotoOutcome {}
}
