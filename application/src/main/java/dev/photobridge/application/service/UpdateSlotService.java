package dev.photobridge.application.service;

import dev.photobridge.application.port.in.UpdateSlotCommand;
import dev.photobridge.application.port.in.UpdateSlotOutcome;
import dev.photobridge.application.port.in.UpdateSlotUseCase;
import dev.photobridge.domain.account.AuditedAction;
import dev.photobridge.domain.slot.Slot;
import java.time.InstantSource;

/// Saves a slot once its settings are right.
public final class UpdateSlotService implements UpdateSlotUseCase {
  private final SetupCheck check;
  private final SlotSaving saving;
  private final InstantSource clock;

  public UpdateSlotService(SetupCheck check, SlotSaving saving, InstantSource clock) {
    this.check = check;
    this.saving = saving;
    this.clock = clock;
  }

  @Override
  public UpdateSlotOutcome update(UpdateSlotCommand command) {
    if (command.name().length() > Slot.MAX_NAME_LENGTH) {
      return new UpdateSlotOutcome.NameTooLong(Slot.MAX_NAME_LENGTH);
    }
    return check
        .refusal(command.setup(), command.rules())
        .map(UpdateSlotOutcome.class::cast)
        .orElseGet(() -> save(command));
  }

  private UpdateSlotOutcome save(UpdateSlotCommand command) {
    return saving.save(
        command.address(),
        command.expectedVersion(),
        AuditedAction.SLOT_SAVED,
        slot -> slot.changed(command.name(), command.setup(), command.rules(), clock.instant()));
  }
}
