package dev.photobridge.adapter.http.page.stats;

import dev.photobridge.domain.stats.Grouping;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;

/// The time that the page looks back on, by the length of its steps.
enum StatsPeriod {
  /// The latest 24 hours.
  HOUR(Grouping.HOUR, ChronoUnit.HOURS, 24),
  /// 14 days.
  DAY(Grouping.DAY, ChronoUnit.DAYS, 14),
  /// 12 weeks.
  WEEK(Grouping.WEEK, ChronoUnit.WEEKS, 12),
  /// Six months.
  MONTH(Grouping.MONTH, ChronoUnit.MONTHS, 6);

  private final Grouping grouping;
  private final ChronoUnit unit;
  private final int steps;

  StatsPeriod(Grouping grouping, ChronoUnit unit, int steps) {
    this.grouping = grouping;
    this.unit = unit;
    this.steps = steps;
  }

  /// The one of this word; days where there is none.
  static StatsPeriod of(String word) {
    return Arrays.stream(values())
        .filter(period -> period.word().equals(word))
        .findFirst()
        .orElse(DAY);
  }

  /// As links and texts name it.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Grouping grouping() {
    return grouping;
  }

  /// When it begins: the latest step is the one that runs now.
  Instant begin(Instant now, ZoneId zone) {
    ZonedDateTime local = now.atZone(zone);
    ZonedDateTime midnight = local.toLocalDate().atStartOfDay(zone);
    ZonedDateTime current =
        switch (this) {
          case HOUR -> local.truncatedTo(ChronoUnit.HOURS);
          case DAY -> midnight;
          case WEEK -> midnight.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case MONTH -> midnight.withDayOfMonth(1);
        };
    return current.minus(steps - 1L, unit).toInstant();
  }

  /// The same moment of the period before.
  Instant before(Instant moment, ZoneId zone) {
    return moment.atZone(zone).minus(steps, unit).toInstant();
  }

  /// Where a part of it ends that is short enough to be asked for at once.
  Instant endOfPart(Instant begin, ZoneId zone) {
    ZonedDateTime start = begin.atZone(zone);
    return switch (this) {
      case HOUR, DAY, WEEK -> start.plus(steps, unit).toInstant();
      case MONTH -> start.plusMonths(2).toInstant();
    };
  }
}
