package dev.photobridge.domain.stats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// A piece of time that statistics are summed up for.
///
/// @param start when it begins
/// @param end before which it ends
/// @param zone whose calendar it follows
public record Period(Instant start, Instant end, ZoneId zone) {
  public Period {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("a period ends after it begins");
    }
  }

  /// The day on which it begins.
  public LocalDate firstDay() {
    return beginning().toLocalDate();
  }

  /// The day of its last moment.
  public LocalDate lastDay() {
    return end.minusNanos(1).atZone(zone).toLocalDate();
  }

  /// Its beginning by the clocks of its zone.
  public ZonedDateTime beginning() {
    return start.atZone(zone);
  }
}
