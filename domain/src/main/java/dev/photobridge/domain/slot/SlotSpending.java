package dev.photobridge.domain.slot;

import dev.photobridge.domain.provider.Cost;

/// What a slot's calls have cost.
///
/// @param today since midnight
/// @param sinceReset since its statistics were last reset
/// @param underWay what its calls under way are expected to cost, as nobody knows it yet
public record SlotSpending(Cost today, Cost sinceReset, Cost underWay) {
  /// Nothing.
  public static final SlotSpending NONE = new SlotSpending(Cost.ZERO, Cost.ZERO, Cost.ZERO);
}
