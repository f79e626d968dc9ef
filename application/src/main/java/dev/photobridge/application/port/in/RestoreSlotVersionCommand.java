package dev.photobridge.application.port.in;

import dev.photobridge.domain.slot.SlotAddress;
import java.util.Optional;

/// Which earlier version of a slot to bring back.
///
/// @param version its number
/// @param expectedVersion the version the operator saw (`If-Match`); empty: whatever it is
public record RestoreSlotVersionCommand(
    SlotAddress address, long version, Optional<Long> expectedVersion) {}
