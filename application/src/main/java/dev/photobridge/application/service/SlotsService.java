package dev.photobridge.application.service;

import dev.photobridge.application.port.in.FindSlotUseCase;
import dev.photobridge.application.port.in.ListSlotsUseCase;
import dev.photobridge.application.port.out.SlotRepository;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotSetup;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// Shows operators their slots.
public final class SlotsService implements ListSlotsUseCase, FindSlotUseCase {
  private final SlotRepository slots;

  public SlotsService(SlotRepository slots) {
    this.slots = slots;
  }

  @Override
  public List<Slot> list(SlotsQuery query) {
    return slots.list(query.account()).stream().filter(slot -> matches(slot, query)).toList();
  }

  @Override
  public Optional<Slot> find(SlotAddress address) {
    return slots.find(address);
  }

  private static boolean matches(Slot slot, SlotsQuery query) {
    return query
            .provider()
            .map(id -> has(slot, setup -> setup.provider().value().equals(id)))
            .orElse(true)
        && query
            .operation()
            .map(id -> has(slot, setup -> setup.operation().value().equals(id)))
            .orElse(true)
        && query.search().map(text -> mentions(slot, text)).orElse(true);
  }

  private static boolean has(Slot slot, Predicate<SlotSetup> property) {
    return slot.setup().filter(property).isPresent();
  }

  private static boolean mentions(Slot slot, String text) {
    String wanted = folded(text.strip());
    return folded(slot.name()).contains(wanted) || slot.address().id().value().contains(wanted);
  }

  /// Few people type ё where they could type е.
  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replace('ё', 'е');
  }
}
