package dev.photobridge.application.port.out;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.stats.Period;
import dev.photobridge.domain.stats.PeriodTally;
import dev.photobridge.domain.stats.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// Sums of the processing log, quick however long it is. What [ProcessingLog] has written is in
/// them. Safe for use by many threads.
public interface Statistics {
  /// What came in each period, ascending; periods in which nothing came are left out.
  ///
  /// @param periods ascending, as [dev.photobridge.domain.stats.ReportRange#periods] makes them
  List<PeriodTally> periods(Photos photos, List<Period> periods);

  /// The same for every slot of an account by itself; slots to which nothing came are left out.
  SortedMap<SlotId, List<PeriodTally>> periodsBySlot(AccountName account, List<Period> periods);

  /// What has come of all time.
  Totals totals(AccountName account);

  /// Lets a slot's statistics count from here. The slot keeps its version: nobody who edits it at
  /// the same time is in the way.
  ///
  /// @param at becomes when it was last reset
  ResetEnd reset(SlotAddress slot, Instant at);

  /// Which photos are meant.
  ///
  /// @param slot only this slot's
  /// @param provider only those of slots that were set to this provider then
  record Photos(AccountName account, Optional<SlotId> slot, Optional<String> provider) {}

  /// Sums of all time, read at one moment.
  ///
  /// @param allTime by slot and provider; what never came is left out
  /// @param untilReset what a slot had when it was last reset; slots that never were are left out
  /// @param lastCosts what the latest run of a booth's photo has cost until now, by slot
  record Totals(
      List<SlotTotal> allTime, Map<SlotId, Tally> untilReset, Map<SlotId, Cost> lastCosts) {
    public Totals {
      allTime = List.copyOf(allTime);
      untilReset = Map.copyOf(untilReset);
      lastCosts = Map.copyOf(lastCosts);
    }
  }

  /// What a slot has done while it was set to one provider.
  ///
  /// @param provider empty for what came before it was recorded
  record SlotTotal(SlotId slot, Optional<ProviderId> provider, Tally tally) {}

  /// What came of a reset.
  enum ResetEnd {
    /// The statistics count from now.
    RESET,
    /// There is no such slot.
    SLOT_UNKNOWN,
    /// Somebody else resets them at this moment.
    RUNNING
  }
}
