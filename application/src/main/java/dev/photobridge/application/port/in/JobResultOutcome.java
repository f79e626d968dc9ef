package dev.photobridge.application.port.in;

/// What came of asking for the processed photo of a job.
public sealed interface JobResultOutcome {
  /// It is ready to be sent.
  record Opened(OpenMediaUseCase.OpenedMedia photo) implements JobResultOutcome {}

  /// There is none to be sent.
  sealed interface None extends JobResultOutcome {}

  /// The account has no such job.
  record JobUnknown() implements None {}

  /// The job has not ended yet.
  record NotFinished() implements None {}

  /// The job ended without a photo.
  record NoPhoto() implements None {}

  /// The photo has been deleted since.
  record Deleted() implements None {}
}
