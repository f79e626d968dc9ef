package dev.photobridge.adapter.http.slot;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorMessages;
import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.adapter.http.error.PhotoRefusalAnswers;
import dev.photobridge.adapter.http.job.JobDtos;
import dev.photobridge.application.port.in.TestSlotCommand;
import dev.photobridge.application.port.in.TestSlotOutcome;
import dev.photobridge.application.port.in.TestSlotUseCase;
import dev.photobridge.domain.media.PhotoRefusal;
import dev.photobridge.openapi.api.SlotTestsApi;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.JobDto;
import dev.photobridge.openapi.model.SlotTestDto;
import java.io.IOException;

/// Tries slots of the signed-in operator out.
public final class SlotTestsHandler implements SlotTestsApi<ApiCall> {
  private static final String PHOTO = "/photo_media_id";

  private final TestSlotUseCase testSlot;
  private final ErrorMessages messages;
  private final JobDtos dtos;

  /// Wired by the application; see the parameters' types.
  public SlotTestsHandler(TestSlotUseCase testSlot, ErrorMessages messages) {
    this.testSlot = testSlot;
    this.messages = messages;
    this.dtos = new JobDtos(messages);
  }

  @Override
  public JobDto testSlot(ApiCall call, String slotId, SlotTestDto test) throws IOException {
    TestSlotCommand command = new SlotTestReader(test).command(SlotsHandler.address(call, slotId));
    Language language = Language.of(call.acceptLanguage());
    return switch (testSlot.test(command)) {
      case TestSlotOutcome.Queued(var job) -> dtos.of(job, language);
      case TestSlotOutcome.SlotUnknown _ -> throw SlotUpdateAnswers.slotUnknown(slotId);
      case TestSlotOutcome.SlotNotConfigured _ ->
          throw ErrorAnswer.of(ErrorCodeDto.SLOT_NOT_CONFIGURED)
              .with("field", "slot_id")
              .with("found", slotId)
              .asException();
      case TestSlotOutcome.SetupRefused(var why) ->
          throw SlotTestReader.inSetup(SlotUpdateAnswers.refusal(why)).asException();
      case TestSlotOutcome.PhotoMissing _ -> throw photoNotUsable().asException();
      case TestSlotOutcome.PhotoRefused(var why) -> throw refused(why, language).asException();
      case TestSlotOutcome.QueueFull _ -> throw ErrorAnswer.queueFull().asException();
      case TestSlotOutcome.Stopping _ ->
          throw ErrorAnswer.of(ErrorCodeDto.SHUTTING_DOWN).asException();
    };
  }

  /// With the words that a booth would get for that photo.
  private ErrorAnswer refused(PhotoRefusal why, Language language) {
    ErrorAnswer ofBooth = PhotoRefusalAnswers.of(why, PHOTO);
    return photoNotUsable()
        .with("reason", "photo_not_taken")
        .with("problem", messages.text(ofBooth, language));
  }

  private static ErrorAnswer photoNotUsable() {
    return ErrorAnswer.of(ErrorCodeDto.MEDIA_NOT_USABLE).with("field", PHOTO);
  }
}
