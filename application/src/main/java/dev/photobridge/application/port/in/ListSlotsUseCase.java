package dev.photobridge.application.port.in;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.slot.Slot;
import java.util.List;
import java.util.Optional;

/// Use case: an operator looks through the slots.
public interface ListSlotsUseCase {
  /// The account's slots that match, by id; all 40 without a filter.
  List<Slot> list(SlotsQuery query);

  /// Which slots to list.
  ///
  /// @param provider only slots of this provider
  /// @param operation only slots of this operation
  /// @param search only slots whose name or id contains this, whatever the case, in Russian too
  record SlotsQuery(
      AccountName account,
      Optional<String> provider,
      Optional<String> operation,
      Optional<String> search) {}
}
