package dev.photobridge.application.port.in;

import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.slot.SlotSetup;
import java.util.Optional;

/// What to save in a slot.
///
/// @param address which slot
/// @param name what the operator calls it, at most
///   [dev.photobridge.domain.slot.Slot#MAX_NAME_LENGTH] characters
/// @param setup what it shall do
/// @param rules how it shall behave around that
/// @param expectedVersion the version the operator saw (`If-Match`); empty: the last writer wins
public record UpdateSlotCommand(
    SlotAddress address,
    String name,
    SlotSetup setup,
    SlotRules rules,
    Optional<Long> expectedVersion) {}
