package dev.photobridge.application.service;

import dev.photobridge.application.port.in.ListSlotVersionsUseCase;
import dev.photobridge.application.port.in.ResetSlotCommand;
import dev.photobridge.application.port.in.ResetSlotUseCase;
import dev.photobridge.application.port.in.RestoreSlotVersionCommand;
import dev.photobridge.application.port.in.RestoreSlotVersionOutcome;
import dev.photobridge.application.port.in.RestoreSlotVersionUseCase;
import dev.photobridge.application.port.in.UpdateSlotOutcome;
import dev.photobridge.application.port.out.SlotRepository;
import dev.photobridge.domain.account.AuditedAction;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotVersion;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Makes slots free and brings back what they were.
public final class SlotHistoryService
    implements ResetSlotUseCase, RestoreSlotVersionUseCase, ListSlotVersionsUseCase {
  private final SlotRepository slots;
  private final SetupCheck check;
  private final SlotSaving saving;
  private final InstantSource clock;

  public SlotHistoryService(
      SlotRepository slots, SetupCheck check, SlotSaving saving, InstantSource clock) {
    this.slots = slots;
    this.check = check;
    this.saving = saving;
    this.clock = clock;
  }

  @Override
  public Optional<List<SlotVersion>> versions(SlotAddress address) {
    return slots.find(address).map(_ -> slots.versions(address));
  }

  @Override
  public UpdateSlotOutcome reset(ResetSlotCommand command) {
    return saving.save(
        command.address(),
        command.expectedVersion(),
        AuditedAction.SLOT_RESET,
        slot -> slot.freed(clock.instant()));
  }

  @Override
  public RestoreSlotVersionOutcome restore(RestoreSlotVersionCommand command) {
    if (slots.find(command.address()).isEmpty()) {
      return new RestoreSlotVersionOutcome.Tried(new UpdateSlotOutcome.SlotUnknown());
    }
    return slots.versions(command.address()).stream()
        .map(SlotVersion::slot)
        .filter(earlier -> earlier.version() == command.version())
        .findFirst()
        .<RestoreSlotVersionOutcome>map(
            earlier -> new RestoreSlotVersionOutcome.Tried(restored(earlier, command)))
        .orElseGet(RestoreSlotVersionOutcome.NotKept::new);
  }

  private UpdateSlotOutcome restored(Slot earlier, RestoreSlotVersionCommand command) {
    return earlier
        .setup()
        .flatMap(setup -> check.refusal(setup, earlier.rules()))
        .map(UpdateSlotOutcome.class::cast)
        .orElseGet(
            () ->
                saving.save(
                    command.address(),
                    command.expectedVersion(),
                    AuditedAction.SLOT_RESTORED,
                    slot -> slot.restored(earlier, clock.instant())));
  }
}
