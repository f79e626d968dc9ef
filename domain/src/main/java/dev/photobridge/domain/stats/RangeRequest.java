package dev.photobridge.domain.stats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// The time that somebody asks statistics for.
///
/// @param from where it begins; empty: as early as it may
/// @param to where it ends; empty: with today
/// @param zone whose calendar counts
public record RangeRequest(Optional<RangeBorder> from, Optional<RangeBorder> to, ZoneId zone) {
  /// The range, if it is one and not too long.
  ///
  /// @param now decides what today is
  /// @param maxDays how many days it may have; one with a change of the clocks is a day, too
  public RangeOutcome resolve(Instant now, int maxDays) {
    Instant end = to.orElseGet(() -> new RangeBorder.Day(dayOf(now))).asEnd(zone);
    RangeBorder earliest = new RangeBorder.Day(dayOf(end.minusNanos(1)).minusDays(maxDays - 1L));
    Instant start = from.orElse(earliest).asStart(zone);
    if (!start.isBefore(end)) {
      return new RangeOutcome.Reversed();
    }
    return start.atZone(zone).plusDays(maxDays).toInstant().isBefore(end)
        ? new RangeOutcome.TooLong(maxDays)
        : new RangeOutcome.Valid(ReportRange.of(start, end, zone));
  }

  private LocalDate dayOf(Instant moment) {
    return moment.atZone(zone).toLocalDate();
  }
}
