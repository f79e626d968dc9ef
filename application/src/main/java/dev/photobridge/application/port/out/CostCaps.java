package dev.photobridge.application.port.out;

import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.CostCap;
import dev.photobridge.domain.slot.SlotAddress;
import java.time.Instant;
import java.util.Optional;

/// What operators let calls cost, as they have it now.
public interface CostCaps {
  /// The caps that a call for this slot's photo comes under.
  Caps of(SlotAddress slot);

  /// Caps.
  ///
  /// @param slot empty where there is no slot or nothing bounds it
  /// @param perDay what the calls for all slots may cost a day; empty where nothing bounds it
  record Caps(Optional<SlotCap> slot, Optional<Cost> perDay) {}

  /// The cap of a slot alone.
  ///
  /// @param resetAt when the slot's statistics were last reset
  record SlotCap(CostCap cap, Instant resetAt) {}
}
