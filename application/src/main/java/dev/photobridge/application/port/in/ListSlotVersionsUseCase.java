package dev.photobridge.application.port.in;

import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotVersion;
import java.util.List;
import java.util.Optional;

/// Use case: an operator looks at what a slot was before.
public interface ListSlotVersionsUseCase {
  /// The versions that are kept, the newest first, or empty where there is no such slot.
  Optional<List<SlotVersion>> versions(SlotAddress address);
}
