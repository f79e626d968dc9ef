package dev.photobridge.domain.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeRequestTest {
  private static final String MOSCOW = "Europe/Moscow";

  /// Already Monday in Moscow.
  private static final Instant NOW = Instant.parse("2026-11-22T22:07:00Z");

  @ParameterizedTest
  @CsvSource({
    // whole days of the zone, the last one included
    "2026-11-01, 2026-11-01, Europe/Moscow, 2026-10-31T21:00:00Z, 2026-11-01T21:00:00Z",
    "2026-11-01, 2026-11-02, Asia/Kathmandu, 2026-10-31T18:15:00Z, 2026-11-02T18:15:00Z",
    // days of 25 and of 23 hours
    "2026-11-01, 2026-11-01, America/New_York, 2026-11-01T04:00:00Z, 2026-11-02T05:00:00Z",
    "2026-03-08, 2026-03-08, America/New_York, 2026-03-08T05:00:00Z, 2026-03-09T04:00:00Z",
    // a day whose first hour the clocks leave out
    "2018-11-04, 2018-11-04, America/Sao_Paulo, 2018-11-04T03:00:00Z, 2018-11-05T02:00:00Z",
    // moments, rounded outwards to quarters of an hour
    "2026-11-01T10:00:00+03:00, 2026-11-01T09:00:00Z, UTC, 2026-11-01T07:00:00Z,"
        + " 2026-11-01T09:00:00Z",
    "2026-11-01T10:14:59.999Z, 2026-11-01T10:15:00.001Z, UTC, 2026-11-01T10:00:00Z,"
        + " 2026-11-01T10:30:00Z",
    "2026-11-01, 2026-11-01T10:01Z, Europe/Moscow, 2026-10-31T21:00:00Z, 2026-11-01T10:15:00Z",
    // without borders: the last 31 days, today included
    ", , Europe/Moscow, 2026-10-23T21:00:00Z, 2026-11-23T21:00:00Z",
    ", 2026-11-10, UTC, 2026-10-11T00:00:00Z, 2026-11-11T00:00:00Z",
    ", 2026-11-10T00:00:00Z, UTC, 2026-10-10T00:00:00Z, 2026-11-10T00:00:00Z",
    "2026-11-20, , UTC, 2026-11-20T00:00:00Z, 2026-11-23T00:00:00Z",
  })
  void aRangeGoesFromBorderToBorder(
      @Nullable String from, @Nullable String to, String zone, Instant start, Instant end) {
    assertThat(resolved(from, to, zone, 31))
        .isEqualTo(
            new RangeOutcome.Valid(new ReportRange(new Period(start, end, ZoneId.of(zone)))));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-01, 2026-10-31, 31, true",
    "2026-10-01, 2026-11-01, 31, false",
    // 31 days, one of them of 25 hours
    "2026-10-15, 2026-11-14, 31, true",
    "2026-10-15, 2026-11-15, 31, false",
    "2026-09-01, 2026-11-29, 90, true",
    "2026-09-01, 2026-11-30, 90, false",
    "2026-10-01T00:00:00-04:00, 2026-11-01T00:00:00-04:00, 31, true",
    "2026-10-01T00:00:00-04:00, 2026-11-01T00:00:01-04:00, 31, false",
  })
  void aRangeHasABound(String from, String to, int maxDays, boolean valid) {
    RangeOutcome outcome = resolved(from, to, "America/New_York", maxDays);

    if (valid) {
      assertThat(outcome).isInstanceOf(RangeOutcome.Valid.class);
    } else {
      assertThat(outcome).isEqualTo(new RangeOutcome.TooLong(maxDays));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-02, 2026-11-01",
    "2026-11-24, ",
    "2026-11-01T10:00:00Z, 2026-11-01T10:00:00Z"
  })
  void aRangeBeginsBeforeItEnds(String from, @Nullable String to) {
    assertThat(resolved(from, to, MOSCOW, 31)).isEqualTo(new RangeOutcome.Reversed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-13-01",
        "2026-02-29",
        "2026-1-1",
        "+12026-01-01",
        "-0001-01-01",
        "2026-11-01T10:00:00",
        "2026-11-01T25:00:00Z",
        "+12026-11-01T10:00:00Z",
        "2026-11-01 10:00:00Z",
        "2026-11-01T10:00:00Z[Europe/Moscow]"
      })
  void otherTextIsNoBorder(String text) {
    assertThat(RangeBorder.parse(text)).isEmpty();
  }

  @Test
  void theFirstAndTheLastYearAreNoFault() {
    assertThat(resolved("0000-01-01", "0000-01-01", MOSCOW, 31))
        .isInstanceOf(RangeOutcome.Valid.class);
    assertThat(resolved("9999-12-31", "9999-12-31", MOSCOW, 31))
        .isInstanceOf(RangeOutcome.Valid.class);
    assertThat(resolved(null, "0000-01-01", MOSCOW, 31)).isInstanceOf(RangeOutcome.Valid.class);
  }

  private static RangeOutcome resolved(
      @Nullable String from, @Nullable String to, String zone, int maxDays) {
    return new RangeRequest(border(from), border(to), ZoneId.of(zone)).resolve(NOW, maxDays);
  }

  private static Optional<RangeBorder> border(@Nullable String text) {
    return Optional.ofNullable(text).map(given -> RangeBorder.parse(given).orElseThrow());
  }
}
