package dev.photobridge.application.port.in;

import dev.photobridge.domain.slot.SlotAddress;
import java.util.Optional;

/// Which slot to make free.
///
/// @param expectedVersion the version the operator saw (`If-Match`); empty: whatever it is
public record ResetSlotCommand(SlotAddress address, Optional<Long> expectedVersion) {}
