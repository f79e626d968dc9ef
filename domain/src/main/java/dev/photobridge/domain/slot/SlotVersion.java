package dev.photobridge.domain.slot;

import java.time.Instant;

/// What a slot was until it was changed (PRODUCT, "Slot versions").
///
/// @param slot as it stood; its version is what this one is called
/// @param replacedAt until when it held
public record SlotVersion(Slot slot, Instant replacedAt) {
  /// How many of a slot are kept, the newest ones.
  public static final int KEPT = 20;
}
