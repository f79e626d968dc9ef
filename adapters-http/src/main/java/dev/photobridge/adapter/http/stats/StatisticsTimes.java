package dev.photobridge.adapter.http.stats;

import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.application.port.in.StatisticsRequest.Time;
import dev.photobridge.domain.stats.Grouping;
import dev.photobridge.domain.stats.RangeBorder;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.ExportGroupingDto;
import dev.photobridge.openapi.model.GlobalGroupingDto;
import dev.photobridge.openapi.model.SlotGroupingDto;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the parameters that say which time statistics are asked for.
final class StatisticsTimes {
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private StatisticsTimes() {}

  static Time of(
      @Nullable String from, @Nullable String to, @Nullable String timeZone, Grouping grouping) {
    return new Time(border("from", from), border("to", to), zone(timeZone), grouping);
  }

  private static Optional<RangeBorder> border(String field, @Nullable String text) {
    return text == null
        ? Optional.empty()
        : Optional.of(RangeBorder.parse(text).orElseThrow(() -> malformed(field, text)));
  }

  /// Names only: of an offset nobody knows when its clocks change.
  private static Optional<ZoneId> zone(@Nullable String name) {
    if (name != null && !ZONES.contains(name)) {
      throw malformed("time_zone", name);
    }
    return Optional.ofNullable(name).map(ZoneId::of);
  }

  static ErrorAnswerException malformed(String field, String found) {
    return invalid(field, "malformed").with("found", found).asException();
  }

  static ErrorAnswer invalid(String field, String reason) {
    return ErrorAnswer.of(ErrorCodeDto.REQUEST_INVALID).with("field", field).with("reason", reason);
  }

  static Grouping grouping(SlotGroupingDto wire) {
    return switch (wire) {
      case HOUR -> Grouping.HOUR;
      case DAY -> Grouping.DAY;
      case WEEK -> Grouping.WEEK;
    };
  }

  static Grouping grouping(GlobalGroupingDto wire) {
    return switch (wire) {
      case DAY -> Grouping.DAY;
      case WEEK -> Grouping.WEEK;
      case MONTH -> Grouping.MONTH;
    };
  }

  static Grouping grouping(ExportGroupingDto wire) {
    return switch (wire) {
      case HOUR -> Grouping.HOUR;
      case DAY -> Grouping.DAY;
      case WEEK -> Grouping.WEEK;
      case MONTH -> Grouping.MONTH;
    };
  }
}
