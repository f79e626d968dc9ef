package dev.photobridge.adapter.http.ingest;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.PhotoRefusalAnswers;
import dev.photobridge.adapter.http.error.UploadRejectionAnswers;
import dev.photobridge.adapter.http.upload.OldestFirst;
import dev.photobridge.application.port.in.IngestPhotoCommand;
import dev.photobridge.application.port.in.IngestPhotoOutcome;
import dev.photobridge.application.port.in.IngestPhotoUseCase;
import dev.photobridge.application.port.in.IngestRejection;
import dev.photobridge.application.port.in.PromisedOutcome;
import dev.photobridge.application.port.in.Stopwatch;
import dev.photobridge.openapi.api.IngestApi;
import dev.photobridge.openapi.model.ErrorCodeDto;
import java.io.IOException;
import java.util.Optional;

/// Photos in, processed photos out.
public final class IngestHandler implements IngestApi<ApiCall> {
  static final String FILE_FIELD = "fileToUpload";

  private final IngestPhotoUseCase ingest;
  private final IngestRoom room;
  private final OldestFirst order = OldestFirst.onThisMachine();

  /// Hands photos to this use case, as many as there is room for.
  public IngestHandler(IngestPhotoUseCase ingest, IngestRoom room) {
    this.ingest = ingest;
    this.room = room;
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
    IngestRoom.Stay stay = room.enter().orElseThrow(() -> ErrorAnswer.queueFull().asException());
    boolean waits = false;
    try {
      waits = takenIn(call, account, slot, stay);
    } finally {
      if (waits) {
        stay.pause();
      } else {
        stay.close();
      }
    }
  }

  /// Whether the request now waits for its answer.
  private boolean takenIn(ApiCall call, Optional<String> account, String slot, IngestRoom.Stay stay)
      throws IOException, InterruptedException {
    Stopwatch stopwatch = call.stopwatch();
    var command =
        new IngestPhotoCommand(
            account, slot, BoothQuery.of(call), stopwatch, new MultipartPhotoUpload(call, order));
    switch (ingest.ingest(command)) {
      case PromisedOutcome.Known known -> {
        answer(call, known.outcome(), account, slot, stopwatch);
        return false;
      }
      case PromisedOutcome.Awaited awaited -> {
        call.answerLater(
            awaited.conclusion(),
            conclusion -> {
              try (stay) {
                stay.resume();
                answer(call, conclusion.outcome(), account, slot, stopwatch);
              }
            });
        return true;
      }
    }
  }

  private static void answer(
      ApiCall call,
      IngestPhotoOutcome outcome,
      Optional<String> account,
      String slot,
      Stopwatch stopwatch)
      throws IOException {
    switch (outcome) {
      case IngestPhotoOutcome.Processed done ->
          PhotoReply.processed(done.job()).send(call, done.type(), done.photo());
      case IngestPhotoOutcome.Substituted other ->
          PhotoReply.of(other.kind(), UnprocessedAnswers.of(other.insteadOf(), stopwatch))
              .send(call, other.type(), other.photo());
      case IngestPhotoOutcome.Unprocessed why ->
          throw UnprocessedAnswers.of(why, stopwatch).asException();
      case IngestPhotoOutcome.Rejected rejected ->
          throw rejected(rejected.rejection(), account, slot).asException();
    }
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
