package dev.photobridge.domain.slot;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A slot as it stands (PRODUCT section 3).
///
/// @param address whose slot and which
/// @param name what the operator calls it; blank while it is free
/// @param configuredSetup provider, operation and settings; null while the slot is free
/// @param lastResetAt when its statistics were last reset
/// @param updatedAt when name or setup last changed
/// @param version counts the changes, from 0; what `ETag` and `If-Match` compare
public record Slot(
    SlotAddress address,
    String name,
    @Nullable SlotSetup configuredSetup,
    Instant lastResetAt,
    Instant updatedAt,
    long version) {
  /// Longest name in characters.
  public static final int MAX_NAME_LENGTH = 120;

  public Slot {
    if (name.length() > MAX_NAME_LENGTH) {
      throw new IllegalArgumentException(
          "a slot's name has at most " + MAX_NAME_LENGTH + " characters");
    }
  }

  /// A slot nobody has used yet.
  public static Slot free(SlotAddress address, Instant createdAt) {
    return new Slot(address, "", null, createdAt, createdAt, 0);
  }

  /// What it does with a photo, or empty while it is free.
  public Optional<SlotSetup> setup() {
    return Optional.ofNullable(configuredSetup);
  }

  /// This slot with another name and setup, one version on.
  public Slot changed(String newName, SlotSetup newSetup, Instant at) {
    return new Slot(address, newName, newSetup, lastResetAt, at, version + 1);
  }
}
