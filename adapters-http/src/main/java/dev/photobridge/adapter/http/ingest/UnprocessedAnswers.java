package dev.photobridge.adapter.http.ingest;

import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.JobFailureAnswers;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Busy;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Failed;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Stopping;
import dev.photobridge.application.port.in.IngestPhotoOutcome.TooLate;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Unprocessed;
import dev.photobridge.application.port.in.Stopwatch;
import dev.photobridge.openapi.model.ErrorCodeDto;

/// What the booth is told when there is no processed photo in time.
final class UnprocessedAnswers {
  private UnprocessedAnswers() {}

  static ErrorAnswer of(Unprocessed why, Stopwatch stopwatch) {
    return switch (why) {
      case TooLate late ->
          ErrorAnswer.of(ErrorCodeDto.DEADLINE_PASSED)
              .with("limit", Math.max(1, Math.round(stopwatch.elapsed().toMillis() / 1000.0)))
              .with(ErrorAnswer.JOB_ID, late.job().toString());
      case Failed failed ->
          JobFailureAnswers.of(failed.failure()).with(ErrorAnswer.JOB_ID, failed.job().toString());
      case Busy busy ->
          ErrorAnswer.of(ErrorCodeDto.QUEUE_FULL)
              .with(ErrorAnswer.RETRY_AFTER_SEC, Math.max(1, busy.retryAfter().toSeconds()));
      case Stopping _ -> ErrorAnswer.of(ErrorCodeDto.SHUTTING_DOWN);
    };
  }
}
