package dev.photobridge.application.service;

import dev.photobridge.application.port.in.UpdateSlotCommand;
import dev.photobridge.application.port.in.UpdateSlotOutcome;
import dev.photobridge.application.port.in.UpdateSlotUseCase;
import dev.photobridge.application.port.out.SettingsValidator;
import dev.photobridge.application.port.out.SlotRepository;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.slot.Slot;
import java.time.InstantSource;
import java.util.Optional;

/// Saves a slot once its settings are right.
public final class UpdateSlotService implements UpdateSlotUseCase {
  private final SetupCheck check;
  private final SlotRepository slots;
  private final SlotImages images;
  private final InstantSource clock;

  public UpdateSlotService(
      ProviderCatalogue catalogue,
      SettingsValidator validator,
      SlotRepository slots,
      SlotImages images,
      InstantSource clock) {
    this.check = new SetupCheck(catalogue, validator, images);
    this.slots = slots;
    this.images = images;
    this.clock = clock;
  }

  @Override
  public UpdateSlotOutcome update(UpdateSlotCommand command) {
    if (command.name().length() > Slot.MAX_NAME_LENGTH) {
      return new UpdateSlotOutcome.NameTooLong(Slot.MAX_NAME_LENGTH);
    }
    return check.refusal(command.setup(), command.rules()).orElseGet(() -> save(command));
  }

  private UpdateSlotOutcome save(UpdateSlotCommand command) {
    while (true) {
      Optional<Slot> stored = slots.find(command.address());
      if (stored.isEmpty()) {
        return new UpdateSlotOutcome.SlotUnknown();
      }
      Slot slot = stored.get();
      if (command.expectedVersion().filter(version -> version != slot.version()).isPresent()) {
        return new UpdateSlotOutcome.VersionConflict(slot.version());
      }
      Slot changed =
          slot.changed(command.name(), command.setup(), command.rules(), clock.instant());
      if (slots.replace(changed)) {
        images.realign(slot, changed);
        return new UpdateSlotOutcome.Saved(changed);
      }
      // somebody else was faster: with If-Match the next look says so, without it the last writer
      // wins
    }
  }
}
