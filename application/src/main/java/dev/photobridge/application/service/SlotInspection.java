package dev.photobridge.application.service;

import dev.photobridge.application.port.out.Inspection;
import dev.photobridge.domain.check.CheckArea;
import dev.photobridge.domain.check.Finding;
import dev.photobridge.domain.check.FindingCode;
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotSetup;
import java.util.List;
import java.util.Optional;

/// Whether everything that the slots are set to is still there.
public final class SlotInspection implements Inspection {
  private final ProviderCatalogue catalogue;
  private final SlotImages images;
  private final UsedSetups used;

  public SlotInspection(ProviderCatalogue catalogue, SlotImages images, UsedSetups used) {
    this.catalogue = catalogue;
    this.images = images;
    this.used = used;
  }

  @Override
  public CheckArea area() {
    return CheckArea.SLOT;
  }

  @Override
  public List<Finding> findings() {
    Optional<List<Slot>> slots = used.slots().get();
    if (slots.isEmpty()) {
      return List.of(Finding.of(area(), FindingCode.SLOTS_UNREAD));
    }
    if (slots.get().isEmpty()) {
      return List.of(Finding.of(area(), FindingCode.SLOTS_FREE));
    }
    List<Finding> troubles = slots.get().stream().flatMap(slot -> trouble(slot).stream()).toList();
    return troubles.isEmpty()
        ? List.of(Finding.of(area(), FindingCode.SLOTS_READY).with("number", slots.get().size()))
        : troubles;
  }

  private Optional<Finding> trouble(Slot slot) {
    return slot.setups()
        .flatMap(setup -> trouble(setup).stream())
        .findFirst()
        .map(finding -> finding.about(slot.address().toString()));
  }

  private Optional<Finding> trouble(SlotSetup setup) {
    Optional<Operation> operation =
        catalogue.provider(setup.provider()).flatMap(p -> p.operation(setup.operation()));
    return operation.isEmpty()
        ? Optional.of(
            Finding.of(area(), FindingCode.SLOT_OPERATION_GONE)
                .with("provider", setup.provider())
                .with("operation", setup.operation()))
        : images
            .firstGone(operation.get(), setup)
            .map(field -> Finding.of(area(), FindingCode.SLOT_IMAGE_GONE).with("field", field));
  }
}
