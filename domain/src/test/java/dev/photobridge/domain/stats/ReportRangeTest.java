package dev.photobridge.domain.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReportRangeTest {
  @ParameterizedTest
  @CsvSource({
    "DAY, Europe/Moscow, 2026-11-02 2026-11-02 2026-11-03 2026-11-03 2026-11-04 2026-11-04",
    "WEEK, Europe/Moscow, 2026-11-02 2026-11-04",
    "MONTH, Europe/Moscow, 2026-11-02 2026-11-04",
  })
  void daysAreWhole(Grouping grouping, String zone, String days) {
    assertThat(days(range("2026-11-01T21:00:00Z", "2026-11-04T21:00:00Z", zone), grouping))
        .containsExactly(days.split(" "));
  }

  @Test
  void weeksBeginOnMondayAndAreCutOffWithTheRange() {
    assertThat(
            days(
                range("2026-10-29T21:00:00Z", "2026-11-10T21:00:00Z", "Europe/Moscow"),
                Grouping.WEEK))
        .containsExactly(
            "2026-10-30", "2026-11-01", "2026-11-02", "2026-11-08", "2026-11-09", "2026-11-10");
  }

  @Test
  void monthsAreThoseOfTheCalendar() {
    assertThat(days(range("2026-01-30T00:00:00Z", "2026-03-02T00:00:00Z", "UTC"), Grouping.MONTH))
        .containsExactly(
            "2026-01-30", "2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01", "2026-03-01");
  }

  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2026-11-01T04:00:00Z, 25",
    "America/New_York, 2026-03-08T05:00:00Z, 23",
    "Europe/Moscow, 2026-11-01T21:00:00Z, 24",
    "Asia/Kathmandu, 2026-11-01T18:15:00Z, 24"
  })
  void aDayHasTheHoursOfItsZone(String zone, Instant midnight, int hours) {
    Instant next = midnight.plus(Duration.ofHours(hours));
    var range = ReportRange.of(midnight, next, ZoneId.of(zone));

    assertThat(range.periods(Grouping.DAY)).hasSize(1);
    assertThat(range.periods(Grouping.HOUR))
        .hasSize(hours)
        .allSatisfy(
            hour -> {
              assertThat(Duration.between(hour.start(), hour.end())).isEqualTo(Duration.ofHours(1));
              assertThat(hour.beginning().getMinute()).isZero();
            });
  }

  @Test
  void theHourThatClocksRepeatComesTwice() {
    assertThat(
            range("2026-11-01T05:00:00Z", "2026-11-01T07:00:00Z", "America/New_York")
                .periods(Grouping.HOUR)
                .stream()
                .map(hour -> hour.beginning().toOffsetDateTime().toString()))
        .containsExactly("2026-11-01T01:00-04:00", "2026-11-01T01:00-05:00");
  }

  @Test
  void clocksThatChangeByHalfAnHourLeaveHalfAnHour() {
    assertThat(
            range("2026-04-04T14:00:00Z", "2026-04-04T16:30:00Z", "Australia/Lord_Howe")
                .periods(Grouping.HOUR)
                .stream()
                .map(hour -> hour.beginning().toOffsetDateTime().toString()))
        .containsExactly(
            "2026-04-05T01:00+11:00", "2026-04-05T01:30+10:30", "2026-04-05T02:00+10:30");
  }

  @ParameterizedTest
  @EnumSource(Grouping.class)
  void periodsFollowEachOtherWithoutGaps(Grouping grouping) {
    var random = new Random(grouping.name().hashCode());
    List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    for (int round = 0; round < 300; round++) {
      ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
      // from 1890 on, when clocks differed by odd seconds
      Instant start = Instant.ofEpochSecond(random.nextLong(-2_500_000_000L, 2_500_000_000L));
      var range = ReportRange.of(start, start.plusSeconds(random.nextInt(1, 5_000_000)), zone);

      List<Period> periods = range.periods(grouping);

      Instant at = range.whole().start();
      for (Period period : periods) {
        assertThat(period.start()).isEqualTo(at).isEqualTo(ReportRange.stepOf(at));
        at = period.end();
      }
      assertThat(at).isEqualTo(range.whole().end()).isEqualTo(ReportRange.stepOf(at));
    }
  }

  private static ReportRange range(String start, String end, String zone) {
    return ReportRange.of(Instant.parse(start), Instant.parse(end), ZoneId.of(zone));
  }

  private static List<String> days(ReportRange range, Grouping grouping) {
    return range.periods(grouping).stream()
        .flatMap(period -> Stream.of(period.firstDay(), period.lastDay()))
        .map(Object::toString)
        .toList();
  }
}
