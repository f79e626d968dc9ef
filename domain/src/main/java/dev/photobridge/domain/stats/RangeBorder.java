package dev.photobridge.domain.stats;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/// Where a range of statistics begins or ends.
public sealed interface RangeBorder {
  /// A whole day, the last one included.
  record Day(LocalDate date) implements RangeBorder {}

  /// A moment, before which a range ends.
  record Moment(Instant at) implements RangeBorder {}

  /// The border that a date or a date-time with an offset spells (RFC 3339), with a year of four
  /// digits; empty where the text is neither.
  static Optional<RangeBorder> parse(String text) {
    try {
      if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
        return Optional.of(new Day(LocalDate.parse(text)));
      }
      return text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*")
          ? Optional.of(new Moment(OffsetDateTime.parse(text).toInstant()))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// When a range that begins with this one begins.
  default Instant asStart(ZoneId zone) {
    return switch (this) {
      case Day day -> day.date().atStartOfDay(zone).toInstant();
      case Moment moment -> moment.at();
    };
  }

  /// Before which moment a range that ends with this one ends.
  default Instant asEnd(ZoneId zone) {
    return switch (this) {
      case Day day -> day.date().plusDays(1).atStartOfDay(zone).toInstant();
      case Moment moment -> moment.at();
    };
  }
}
