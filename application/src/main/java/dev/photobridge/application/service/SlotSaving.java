package dev.photobridge.application.service;

import dev.photobridge.application.port.in.UpdateSlotOutcome;
import dev.photobridge.application.port.out.AtomicChanges;
import dev.photobridge.application.port.out.AuditLog;
import dev.photobridge.application.port.out.SlotRepository;
import dev.photobridge.domain.account.AuditEntry;
import dev.photobridge.domain.account.AuditedAction;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The one way in which operators change slots: what a slot was is kept as a version, so are the
/// images that it or one of its versions uses, and who changed it. Safe for use by many threads.
public final class SlotSaving {
  private final SlotRepository slots;
  private final SlotImages images;

  private final AtomicChanges changes;
  private final AuditLog audit;

  public SlotSaving(
      SlotRepository slots, SlotImages images, AtomicChanges changes, AuditLog audit) {
    this.slots = slots;
    this.images = images;
    this.changes = changes;
    this.audit = audit;
  }

  /// Changes a slot; one that is so already keeps its version.
  ///
  /// @param expectedVersion the version the operator saw; empty: the last writer wins
  /// @param action what it is remembered as
  /// @param change makes the new slot of the stored one, one version on
  UpdateSlotOutcome save(
      SlotAddress address,
      Optional<Long> expectedVersion,
      AuditedAction action,
      UnaryOperator<Slot> change) {
    while (true) {
      Optional<Slot> stored = slots.find(address);
      if (stored.isEmpty()) {
        return new UpdateSlotOutcome.SlotUnknown();
      }
      Slot slot = stored.get();
      if (expectedVersion.filter(version -> version != slot.version()).isPresent()) {
        return new UpdateSlotOutcome.VersionConflict(slot.version());
      }
      Slot changed = change.apply(slot);
      if (changed.isSetUpLike(slot)) {
        return new UpdateSlotOutcome.Saved(slot);
      }
      if (replaced(slot, changed, action)) {
        return new UpdateSlotOutcome.Saved(changed);
      }
      // somebody else was faster: with If-Match the next look says so, without it the last writer
      // wins
    }
  }

  private boolean replaced(Slot slot, Slot changed, AuditedAction action) {
    List<SlotVersion> versions = slots.versions(slot.address());
    // before and after: a crash in between must not cost a template
    images.pin(changed);
    boolean replaced = changes.make(() -> replacedAndRemembered(changed, action));
    images.realign(slot, changed, versions);
    return replaced;
  }

  private boolean replacedAndRemembered(Slot changed, AuditedAction action) {
    if (!slots.replace(changed)) {
      return false;
    }
    SlotAddress address = changed.address();
    audit.record(
        AuditEntry.of(address.account(), action, address.id().value(), changed.updatedAt()));
    return true;
  }
}
