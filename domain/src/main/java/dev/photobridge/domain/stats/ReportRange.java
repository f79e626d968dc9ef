package dev.photobridge.domain.stats;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/// The time that statistics are asked for, rounded outwards to quarters of an hour.
///
/// @param whole all of it
public record ReportRange(Period whole) {
  /// Statistics are kept in steps as long as this: in every zone of today days and hours begin with
  /// one.
  public static final Duration STEP = Duration.ofMinutes(15);

  /// From a moment to before another one.
  static ReportRange of(Instant start, Instant end, ZoneId zone) {
    Instant last = stepOf(end);
    return new ReportRange(
        new Period(stepOf(start), last.equals(end) ? end : last.plus(STEP), zone));
  }

  /// The step that a moment is in, by its beginning.
  public static Instant stepOf(Instant moment) {
    long seconds = moment.getEpochSecond();
    return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, STEP.toSeconds()));
  }

  /// The day on which it begins.
  public LocalDate firstDay() {
    return whole.firstDay();
  }

  /// The day of its last moment.
  public LocalDate lastDay() {
    return whole.lastDay();
  }

  /// Its periods in ascending order, without gaps. The first and the last one are cut off where the
  /// range begins and ends.
  public List<Period> periods(Grouping grouping) {
    var periods = new ArrayList<Period>();
    Instant start = whole.start();
    while (start.isBefore(whole.end())) {
      ZonedDateTime next = grouping.endOf(start.atZone(whole.zone()));
      // clocks once differed by odd seconds
      Instant end = stepOf(next.toInstant());
      if (!end.isAfter(start)) {
        end = start.plus(STEP);
      }
      if (end.isAfter(whole.end())) {
        end = whole.end();
      }
      periods.add(new Period(start, end, whole.zone()));
      start = end;
    }
    return List.copyOf(periods);
  }
}
