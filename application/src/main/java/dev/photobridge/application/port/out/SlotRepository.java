package dev.photobridge.application.port.out;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotVersion;
import java.util.List;
import java.util.Optional;

/// Keeps the slots.
public interface SlotRepository {
  /// The slot at this address, or empty where there is no such account.
  Optional<Slot> find(SlotAddress address);

  /// An account's slots, by id.
  List<Slot> list(AccountName account);

  /// Stores those of these slots that don't exist yet.
  void insertMissing(List<Slot> slots);

  /// What a slot was before its latest changes, the newest first; [SlotVersion#KEPT] at most.
  List<SlotVersion> versions(SlotAddress address);

  /// All versions that are kept of an account's slots.
  List<SlotVersion> versions(AccountName account);

  /// Stores a changed slot if nobody changed it in between, and keeps what it was as a version. Of
  /// its versions only the newest [SlotVersion#KEPT] stay. When its statistics were last reset
  /// stays as it is stored: see [Statistics#reset].
  ///
  /// @return whether the stored version still was the one before `changed.version()`
  boolean replace(Slot changed);
}
