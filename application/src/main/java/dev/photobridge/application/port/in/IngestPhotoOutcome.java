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

  /// Another photo in place of the processed one, because the slot says so
  /// ([dev.photobridge.domain.slot.FailureReply]).
  ///
  /// @param kind which photo it is
  /// @param insteadOf what the booth would be told otherwise
  record Substituted(Substitute kind, MediaType type, StoredFile photo, Unprocessed insteadOf)
      implements IngestPhotoOutcome {}

  /// What can take the place of a processed photo.
  enum Substitute {
    /// The guest's photo as it came.
    ORIGINAL_PHOTO,
    /// The guest's photo with an effect of the provider `local`.
    LOCAL_EFFECT
  }

  /// The photo is acceptable, and there is no processed one in time.
  sealed interface Unprocessed extends IngestPhotoOutcome {}

  /// No result in time; the work goes on and its result can be fetched later.
  record TooLate(JobId job) implements Unprocessed {}

  /// There will be no processed photo.
  record Failed(JobId job, JobFailure failure) implements Unprocessed {}

  /// No room for the photo now.
  record Busy(Duration retryAfter) implements Unprocessed {}

  /// The server is stopping.
  record Stopping() implements Unprocessed {}

  /// The request can't be accepted; nothing was paid for.
  record Rejected(IngestRejection rejection) implements IngestPhotoOutcome {}
}
