package dev.photobridge.adapter.persistence.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.domain.stats.Grouping;
import dev.photobridge.domain.stats.Period;
import dev.photobridge.domain.stats.RangeBorder;
import dev.photobridge.domain.stats.RangeOutcome;
import dev.photobridge.domain.stats.RangeRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketRangeTest {
  /// How many ranges of buckets, and how many buckets, 90 days of statistics are read from.
  @ParameterizedTest
  @CsvSource({
    "DAY, UTC, 1, 90",
    "DAY, Europe/Moscow, 1, 720",
    "DAY, Asia/Kathmandu, 181, 1710",
    "WEEK, Europe/Moscow, 29, 188",
    "MONTH, Europe/Moscow, 9, 118",
    "HOUR, Europe/Moscow, 1, 8640"
  })
  void aReportIsReadFromFewBuckets(Grouping grouping, ZoneId zone, int ranges, long buckets) {
    List<BucketRange> covering = BucketRange.covering(periods(grouping, zone));

    assertThat(covering).hasSize(ranges);
    assertThat(covering.stream().mapToLong(BucketRangeTest::buckets).sum()).isEqualTo(buckets);
  }

  @Test
  void everyQuarterOfAnHourIsCoveredOnceAndByABucketOfItsPeriod() {
    for (String zone : List.of("Europe/Moscow", "Asia/Kathmandu", "America/New_York", "UTC")) {
      for (Grouping grouping : Grouping.values()) {
        List<Period> periods = periods(grouping, ZoneId.of(zone));
        List<BucketRange> covering = BucketRange.covering(periods);
        for (Period period : periods) {
          for (Instant at = period.start(); at.isBefore(period.end()); at = at.plusSeconds(900)) {
            Instant quarter = at;
            List<BucketRange> found =
                covering.stream()
                    .filter(r -> !quarter.isBefore(r.from()) && quarter.isBefore(r.to()))
                    .toList();
            assertThat(found).hasSize(1);
            BucketSpan span = found.getFirst().span();
            assertThat(span.startOf(quarter)).isBetween(period.start(), quarter);
          }
        }
      }
    }
  }

  private static List<Period> periods(Grouping grouping, ZoneId zone) {
    var last = new RangeBorder.Day(LocalDate.parse("2026-11-25"));
    var request = new RangeRequest(Optional.empty(), Optional.of(last), zone);
    var outcome = (RangeOutcome.Valid) request.resolve(Instant.EPOCH, 90);
    return outcome.range().periods(grouping);
  }

  private static long buckets(BucketRange range) {
    long count = 0;
    for (Instant at = range.from();
        at.isBefore(range.to());
        at = range.span().startFrom(at.plusSeconds(1))) {
      count++;
    }
    return count;
  }
}
