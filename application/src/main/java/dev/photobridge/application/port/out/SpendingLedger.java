package dev.photobridge.application.port.out;

import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotSpending;
import java.time.Instant;

/// Sums up what recorded attempts cost; those of jobs that were deleted are forgotten.
public interface SpendingLedger {
  /// What a slot's attempts have cost.
  ///
  /// @param dayStart when today began
  /// @param resetAt when its statistics were last reset
  /// @param before attempts begun before this time that still go on count with what the slot's last
  ///   delivered one cost
  SlotSpending of(SlotAddress slot, Instant dayStart, Instant resetAt, Instant before);

  /// What all attempts cost that ended since.
  Cost spentSince(Instant since);
}
