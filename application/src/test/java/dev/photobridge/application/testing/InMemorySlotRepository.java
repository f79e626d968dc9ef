package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.SlotRepository;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/// Keeps slots in a map.
public final class InMemorySlotRepository implements SlotRepository {
  private final Map<SlotAddress, Slot> slots = new ConcurrentHashMap<>();
  private final Map<SlotAddress, List<SlotVersion>> versions = new ConcurrentHashMap<>();

  @Override
  public Optional<Slot> find(SlotAddress address) {
    return Optional.ofNullable(slots.get(address));
  }

  @Override
  public List<Slot> list(AccountName account) {
    return slots.values().stream()
        .filter(slot -> slot.address().account().equals(account))
        .sorted(Comparator.comparing(slot -> slot.address().id().value()))
        .toList();
  }

  @Override
  public void insertMissing(List<Slot> missing) {
    missing.forEach(slot -> slots.putIfAbsent(slot.address(), slot));
  }

  @Override
  public List<SlotVersion> versions(SlotAddress address) {
    return versions.getOrDefault(address, List.of());
  }

  @Override
  public List<SlotVersion> versions(AccountName account) {
    return versions.entrySet().stream()
        .filter(entry -> entry.getKey().account().equals(account))
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  @Override
  public boolean replace(Slot changed) {
    var replaced = new AtomicBoolean();
    slots.computeIfPresent(
        changed.address(),
        (_, stored) -> {
          replaced.set(stored.version() == changed.version() - 1);
          if (!replaced.get()) {
            return stored;
          }
          keep(new SlotVersion(stored, changed.updatedAt()));
          return withResetOf(stored, changed);
        });
    return replaced.get();
  }

  private void keep(SlotVersion version) {
    versions.merge(
        version.slot().address(),
        List.of(version),
        (older, newest) ->
            Stream.concat(newest.stream(), older.stream()).limit(SlotVersion.KEPT).toList());
  }

  private static Slot withResetOf(Slot stored, Slot changed) {
    return new Slot(
        changed.address(),
        changed.name(),
        changed.configuredSetup(),
        changed.rules(),
        stored.lastResetAt(),
        changed.updatedAt(),
        changed.version());
  }

  /// Stores a slot, whatever was there.
  public void put(Slot slot) {
    slots.put(slot.address(), slot);
  }
}
