package dev.photobridge.application.port.in;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.stats.Grouping;
import dev.photobridge.domain.stats.PeriodTally.SortKey;
import dev.photobridge.domain.stats.RangeBorder;
import java.time.ZoneId;
import java.util.Optional;

/// Which statistics are asked for.
public sealed interface StatisticsRequest {
  /// Whose.
  AccountName account();

  /// Of which time.
  Time time();

  /// The time asked for and how to divide it.
  ///
  /// @param from empty: as early as the longest range
  /// @param to empty: with today
  /// @param zone whose calendar counts; empty: the server's
  record Time(
      Optional<RangeBorder> from,
      Optional<RangeBorder> to,
      Optional<ZoneId> zone,
      Grouping grouping) {}

  /// One slot's, of at most 31 days.
  record OfSlot(AccountName account, SlotId slot, Time time) implements StatisticsRequest {}

  /// All slots' together, of at most 90 days.
  ///
  /// @param slot only this one's
  /// @param provider only of photos of slots that were set to this provider then
  /// @param page counted from 1
  /// @param pageSize periods a page has, 1 to 50
  record Global(
      AccountName account,
      Time time,
      Optional<SlotId> slot,
      Optional<String> provider,
      SortKey sortBy,
      boolean descending,
      int page,
      int pageSize)
      implements StatisticsRequest {}

  /// Each slot's, of at most 90 days, by the hour of at most 31.
  ///
  /// @param slot only this one's
  record Export(AccountName account, Time time, Optional<SlotId> slot)
      implements StatisticsRequest {}
}
