package dev.photobridge.domain.slot;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A slot as it stands (PRODUCT section 3).
///
/// @param address whose slot and which
/// @param name what the operator calls it; blank while it is free
/// @param configuredSetup provider, operation and settings; null while the slot is free
/// @param rules how it behaves around its setup; [SlotRules#DEFAULT] while it is free
/// @param lastResetAt when its statistics were last reset
/// @param updatedAt when name, setup or rules last changed
/// @param version counts the changes, from 0; what `ETag` and `If-Match` compare
public record Slot(
    SlotAddress address,
    String name,
    @Nullable SlotSetup configuredSetup,
    SlotRules rules,
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
    if (configuredSetup == null && !rules.equals(SlotRules.DEFAULT)) {
      throw new IllegalArgumentException("a free slot has no rules of its own");
    }
  }

  /// A slot nobody has used yet.
  public static Slot free(SlotAddress address, Instant createdAt) {
    return new Slot(address, "", null, SlotRules.DEFAULT, createdAt, createdAt, 0);
  }

  /// What it does with a photo, or empty while it is free.
  public Optional<SlotSetup> setup() {
    return Optional.ofNullable(configuredSetup);
  }

  /// This slot with another name, setup and rules, one version on.
  public Slot changed(String newName, SlotSetup newSetup, SlotRules newRules, Instant at) {
    return new Slot(address, newName, newSetup, newRules, lastResetAt, at, version + 1);
  }

  /// This slot made free, one version on. Its statistics go on.
  public Slot freed(Instant at) {
    return new Slot(address, "", null, SlotRules.DEFAULT, lastResetAt, at, version + 1);
  }

  /// This slot with the name, setup and rules that it had then, one version on.
  public Slot restored(Slot earlier, Instant at) {
    return new Slot(
        address,
        earlier.name,
        earlier.configuredSetup,
        earlier.rules,
        lastResetAt,
        at,
        version + 1);
  }

  /// Whether name, setup and rules are the other's.
  public boolean isSetUpLike(Slot other) {
    return name.equals(other.name) && setup().equals(other.setup()) && rules.equals(other.rules);
  }

  /// Every setup that this slot names.
  public Stream<SlotSetup> setups() {
    return Stream.concat(setup().stream(), rules.setups());
  }
}
