package dev.photobridge.adapter.http.ingest;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.JobFailureAnswers;
import dev.photobridge.adapter.http.error.PhotoRefusalAnswers;
import dev.photobridge.adapter.http.error.UploadRejectionAnswers;
import dev.photobridge.application.port.in.IngestPhotoCommand;
import dev.photobridge.application.port.in.IngestPhotoOutcome;
import dev.photobridge.application.port.in.IngestPhotoUseCase;
import dev.photobridge.application.port.in.IngestRejection;
import dev.photobridge.application.port.in.Stopwatch;
import dev.photobridge.openapi.api.IngestApi;
import dev.photobridge.openapi.model.ErrorCodeDto;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// Photos in, processed photos out.
public final class IngestHandler implements IngestApi<ApiCall> {
  static final String JOB_HEADER = "X-Photobridge-Job";
  static final String FILE_FIELD = "fileToUpload";

  private final IngestPhotoUseCase ingest;

  /// Hands photos to this use case.
  public IngestHandler(IngestPhotoUseCase ingest) {
    this.ingest = ingest;
  }

  @Override
  public void ingestPhoto(ApiCall call, String slotId) throws IOException, InterruptedException {
    ingest(call, Optional.empty(), slotId);
  }

  @Override
  public void ingestPhotoForAccount(ApiCall call, String account, String slotId)
      throws IOException, InterruptedException {
    ingest(call, Optional.of(account), slotId);
  }

  private void ingest(ApiCall call, Optional<String> account, String slot)
      throws IOException, InterruptedException {
    Stopwatch stopwatch = call.stopwatch();
    var command =
        new IngestPhotoCommand(
            account, slot, BoothQuery.of(call), stopwatch, new MultipartPhotoUpload(call));
    switch (ingest.ingest(command)) {
      case IngestPhotoOutcome.Processed done -> send(call, done);
      case IngestPhotoOutcome.TooLate late -> throw tooLate(late, stopwatch).asException();
      case IngestPhotoOutcome.Failed failed ->
          throw JobFailureAnswers.of(failed.failure())
              .with(ErrorAnswer.JOB_ID, failed.job().toString())
              .asException();
      case IngestPhotoOutcome.Busy busy -> throw busy(busy.retryAfter()).asException();
      case IngestPhotoOutcome.Stopping _ ->
          throw ErrorAnswer.of(ErrorCodeDto.SHUTTING_DOWN).asException();
      case IngestPhotoOutcome.Rejected rejected ->
          throw rejected(rejected.rejection(), account, slot).asException();
    }
  }

  private static void send(ApiCall call, IngestPhotoOutcome.Processed done) throws IOException {
    call.header(JOB_HEADER, done.job().toString());
    call.send(done.type().mime(), done.photo());
  }

  private static ErrorAnswer tooLate(IngestPhotoOutcome.TooLate late, Stopwatch stopwatch) {
    return ErrorAnswer.of(ErrorCodeDto.DEADLINE_PASSED)
        .with("limit", Math.max(1, Math.round(stopwatch.elapsed().toMillis() / 1000.0)))
        .with(ErrorAnswer.JOB_ID, late.job().toString());
  }

  private static ErrorAnswer busy(Duration retryAfter) {
    return ErrorAnswer.of(ErrorCodeDto.QUEUE_FULL)
        .with(ErrorAnswer.RETRY_AFTER_SEC, Math.max(1, retryAfter.toSeconds()));
  }

  private static ErrorAnswer rejected(
      IngestRejection rejection, Optional<String> account, String slot) {
    return switch (rejection) {
      case IngestRejection.AccountUnknown _ ->
          ErrorAnswer.of(ErrorCodeDto.ACCOUNT_NOT_FOUND)
              .with("field", "account")
              .with("found", BoothQuery.bounded(account.orElse("")));
      case IngestRejection.SlotUnknown _ ->
          ErrorAnswer.of(ErrorCodeDto.SLOT_NOT_FOUND)
              .with("field", "slotId")
              .with("found", BoothQuery.bounded(slot));
      case IngestRejection.SlotNotConfigured free ->
          ErrorAnswer.of(ErrorCodeDto.SLOT_NOT_CONFIGURED)
              .with("field", "slotId")
              .with("found", free.slot().id().value());
      case IngestRejection.Upload upload -> UploadRejectionAnswers.of(upload.why(), FILE_FIELD);
      case IngestRejection.Photo photo -> PhotoRefusalAnswers.of(photo.why(), FILE_FIELD);
    };
  }
}
