package dev.photobridge.application.port.in;

import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import java.util.Optional;

/// Use case: an operator opens a slot.
public interface FindSlotUseCase {
  /// The slot, or empty where there is none at this address.
  Optional<Slot> find(SlotAddress address);
}
