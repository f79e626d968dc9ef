package dev.photobridge.app.cli;

import dev.photobridge.app.server.PhotobridgeServer;
import dev.photobridge.application.port.in.UpdateSlotCommand;
import dev.photobridge.application.port.in.UpdateSlotOutcome;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.slot.SlotSettings;
import dev.photobridge.domain.slot.SlotSetup;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The slot that the demo uses: the first one that is set to `local` already, or else the first
/// free one, which is then set to a vivid look. A slot that an operator has set up for something
/// else is left alone.
///
/// @param id which slot of the first account
/// @param description what it does, for the terminal
record DemoSlot(SlotId id, String description) {
  private static final SlotSetup VIVID =
      new SlotSetup(
          ProviderId.LOCAL,
          new OperationId("change_image"),
          new SlotSettings(Map.of("effect", "vivid")));

  static DemoSlot of(PhotobridgeServer server) {
    AccountName account = server.credentials().accounts().first();
    for (SlotId id : SlotId.all()) {
      Slot slot = server.findSlot().find(new SlotAddress(account, id)).orElseThrow();
      Optional<SlotSetup> setup = slot.setup();
      if (setup.isEmpty()) {
        return prepared(server, slot);
      }
      if (setup.get().provider().equals(ProviderId.LOCAL)) {
        return new DemoSlot(
            id, "%s is set to the provider local: %s".formatted(id, setup.get().operation()));
      }
    }
    throw new IllegalStateException("all 40 slots are in use; none is free for the demo");
  }

  /// The photo that comes with the program.
  static Path photo() {
    return ConfigurationOption.home().resolve("docs").resolve("demo").resolve("dandelions.jpg");
  }

  private static DemoSlot prepared(PhotobridgeServer server, Slot slot) {
    var command =
        new UpdateSlotCommand(
            slot.address(), "Vivid", VIVID, SlotRules.DEFAULT, Optional.of(slot.version()));
    return switch (server.updateSlot().update(command)) {
      case UpdateSlotOutcome.Saved saved ->
          new DemoSlot(
              saved.slot().address().id(),
              "%s is now set to the provider local: a vivid look"
                  .formatted(saved.slot().address().id()));
      case UpdateSlotOutcome refused ->
          throw new IllegalStateException("the demo's slot can't be set up: " + refused);
    };
  }
}
