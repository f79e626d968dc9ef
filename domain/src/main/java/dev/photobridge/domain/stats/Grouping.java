package dev.photobridge.domain.stats;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/// How long the periods of statistics are. Days, weeks and months begin at midnight of their zone,
/// however long that makes them where clocks are changed.
public enum Grouping {
  /// From one full hour of the local clock to the next.
  HOUR,
  /// From midnight to midnight.
  DAY,
  /// From Monday to Sunday.
  WEEK,
  /// A month of the calendar.
  MONTH;

  /// When the period that this moment is in ends.
  ZonedDateTime endOf(ZonedDateTime moment) {
    LocalDate day = moment.toLocalDate();
    return switch (this) {
      // along the time line: the hour that clocks repeat comes twice
      case HOUR ->
          moment.plus(60L - moment.getMinute(), ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES);
      case DAY -> day.plusDays(1).atStartOfDay(moment.getZone());
      case WEEK ->
          day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).atStartOfDay(moment.getZone());
      case MONTH ->
          day.with(TemporalAdjusters.firstDayOfNextMonth()).atStartOfDay(moment.getZone());
    };
  }
}
