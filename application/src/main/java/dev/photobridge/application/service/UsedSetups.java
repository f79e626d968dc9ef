package dev.photobridge.application.service;

import dev.photobridge.application.port.out.SlotRepository;
import dev.photobridge.application.port.out.StorageUnavailableException;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.account.Accounts;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotSetup;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What the slots of an installation are set to: their own setups, and those that they fall back
/// to. Safe for use by many threads.
///
/// @param slots every slot that is set up; empty where that can't be told
public record UsedSetups(Supplier<Optional<List<Slot>>> slots) {
  private static final int NAMED = 5;

  /// Those of these accounts.
  public static UsedSetups of(Accounts accounts, SlotRepository slots) {
    return new UsedSetups(() -> read(accounts, slots));
  }

  /// Those of an installation whose slots can't be read.
  public static UsedSetups unknown() {
    return new UsedSetups(Optional::empty);
  }

  /// The slots with such a setup; none where that can't be told.
  List<Slot> with(Predicate<SlotSetup> property) {
    return slots.get().orElse(List.of()).stream()
        .filter(slot -> slot.setups().anyMatch(property))
        .toList();
  }

  /// Slots as people speak of them: the first few.
  static String named(List<Slot> slots) {
    String first =
        slots.stream()
            .limit(NAMED)
            .map(slot -> slot.address().toString())
            .collect(Collectors.joining(", "));
    return slots.size() > NAMED ? first + ", …" : first;
  }

  private static Optional<List<Slot>> read(Accounts accounts, SlotRepository slots) {
    try {
      return Optional.of(
          accounts.names().stream()
              .flatMap((AccountName name) -> slots.list(name).stream())
              .filter(slot -> slot.setup().isPresent())
              .toList());
    } catch (StorageUnavailableException _) {
      return Optional.empty();
    }
  }
}
