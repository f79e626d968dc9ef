package dev.photobridge.adapter.http.slot;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.BodyText;
import dev.photobridge.adapter.http.link.PublicLinks;
import dev.photobridge.application.port.in.ListSlotsUseCase;
import dev.photobridge.application.port.in.ResetSlotCommand;
import dev.photobridge.application.port.in.RestoreSlotVersionCommand;
import dev.photobridge.application.port.in.RestoreSlotVersionOutcome;
import dev.photobridge.application.port.in.UpdateSlotCommand;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.openapi.api.SlotsApi;
import dev.photobridge.openapi.model.SlotDto;
import dev.photobridge.openapi.model.SlotListDto;
import dev.photobridge.openapi.model.SlotListMetaDto;
import dev.photobridge.openapi.model.SlotSavedDto;
import dev.photobridge.openapi.model.SlotUpdateDto;
import dev.photobridge.openapi.model.SlotVersionListDto;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Shows and saves the slots of the signed-in operator.
public final class SlotsHandler implements SlotsApi<ApiCall> {
  private static final String ETAG = "ETag";

  private final SlotUseCases slots;
  private final SlotDtos dtos;

  /// Wired by the application; see the parameters' types.
  public SlotsHandler(SlotUseCases slots, PublicLinks links) {
    this.slots = slots;
    this.dtos = new SlotDtos(links);
  }

  @Override
  public SlotListDto listSlots(
      ApiCall call,
      @Nullable String providerId,
      @Nullable String operationId,
      @Nullable String search) {
    var query =
        new ListSlotsUseCase.SlotsQuery(
            call.operator(),
            Optional.ofNullable(providerId),
            Optional.ofNullable(operationId),
            Optional.ofNullable(search));
    List<SlotDto> found = slots.list().list(query).stream().map(dtos::of).toList();
    return new SlotListDto(found, new SlotListMetaDto(found.size()));
  }

  @Override
  public SlotDto getSlot(ApiCall call, String slotId) {
    Slot slot =
        slots
            .find()
            .find(address(call, slotId))
            .orElseThrow(() -> SlotUpdateAnswers.slotUnknown(slotId));
    call.header(ETAG, SlotVersions.tag(slot.version()));
    return dtos.of(slot);
  }

  @Override
  public SlotSavedDto updateSlot(
      ApiCall call, String slotId, SlotUpdateDto update, @Nullable String ifMatch) {
    var answers = new SlotUpdateAnswers(slotId, ifMatch);
    SlotAddress address = address(call, slotId);
    String name = BodyText.oneUpTo(Slot.MAX_NAME_LENGTH, "/name", update.name());
    var reader = new SlotUpdateReader(update);
    var command =
        new UpdateSlotCommand(
            address, name, reader.setup(), reader.rules(), SlotVersions.expected(ifMatch));
    return saved(call, slotId, answers.savedBy(slots.update().update(command)));
  }

  @Override
  public SlotSavedDto resetSlot(ApiCall call, String slotId, @Nullable String ifMatch) {
    var answers = new SlotUpdateAnswers(slotId, ifMatch);
    var command = new ResetSlotCommand(address(call, slotId), SlotVersions.expected(ifMatch));
    return saved(call, slotId, answers.savedBy(slots.reset().reset(command)));
  }

  @Override
  public SlotVersionListDto listSlotVersions(ApiCall call, String slotId) {
    return slots
        .versions()
        .versions(address(call, slotId))
        .map(SlotVersionDtos::of)
        .orElseThrow(() -> SlotUpdateAnswers.slotUnknown(slotId));
  }

  @Override
  public SlotSavedDto restoreSlotVersion(
      ApiCall call, String slotId, Long version, @Nullable String ifMatch) {
    var answers = new SlotUpdateAnswers(slotId, ifMatch);
    var command =
        new RestoreSlotVersionCommand(
            address(call, slotId), version, SlotVersions.expected(ifMatch));
    return switch (slots.restore().restore(command)) {
      case RestoreSlotVersionOutcome.NotKept _ -> throw SlotUpdateAnswers.versionNotFound(version);
      case RestoreSlotVersionOutcome.Tried tried ->
          saved(call, slotId, answers.savedBy(tried.outcome()));
    };
  }

  private static SlotSavedDto saved(ApiCall call, String slotId, Slot slot) {
    call.header(ETAG, SlotVersions.tag(slot.version()));
    return new SlotSavedDto(slotId, slot.updatedAt());
  }

  static SlotAddress address(ApiCall call, String slotId) {
    return SlotId.parse(slotId)
        .map(id -> new SlotAddress(call.operator(), id))
        .orElseThrow(() -> SlotUpdateAnswers.slotUnknown(slotId));
  }
}
