package dev.photobridge.application.port.in;

import dev.photobridge.application.port.out.SlotActivities.EndedJob;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotState;
import java.util.List;
import java.util.Optional;

/// Use case: an operator looks over what goes on in the slots.
public interface ReadSlotActivityUseCase {
  /// All 40 slots of the account, by id.
  List<SlotReport> all(AccountName account);

  /// One slot, or empty where there is no such account.
  Optional<SlotReport> of(SlotAddress slot);

  /// How a slot does.
  ///
  /// @param queued jobs that wait for their turn
  /// @param running jobs that a worker or a provider has
  /// @param latest the job of a booth or a test that came last and has ended
  /// @param result the latest job whose processed photo is still there
  /// @param recent how many of the latest five photos came within the last hour and since the slot
  ///   was last changed
  /// @param recentlyWrong how many of these failed or were late
  /// @param photosOfDay photos that booths sent within the last 24 hours, to the quarter of an hour
  record SlotReport(
      Slot slot,
      SlotState state,
      int queued,
      int running,
      Optional<EndedJob> latest,
      Optional<EndedJob> result,
      int recent,
      int recentlyWrong,
      long photosOfDay) {}
}
