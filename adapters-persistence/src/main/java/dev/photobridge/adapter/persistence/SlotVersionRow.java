package dev.photobridge.adapter.persistence;

import dev.photobridge.domain.slot.SlotVersion;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;

/// A row of table `slot_version`.
public record SlotVersionRow(@Nested SlotRow slot, Instant replacedAt) {
  SlotVersion toVersion() {
    return new SlotVersion(slot.toSlot(), replacedAt);
  }
}
