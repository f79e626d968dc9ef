package dev.photobridge.domain.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTallyTest {
  private static final List<PeriodTally> ROWS =
      List.of(row(2, 5, 1, 30), row(1, 5, 2, 10), row(3, 4, 2, 20));

  @ParameterizedTest
  @CsvSource({
    "START, false, 123",
    "START, true, 321",
    "SUCCESS, false, 312",
    "SUCCESS, true, 213",
    "ERRORS, false, 213",
    "ERRORS, true, 312",
    "COST, false, 132",
    "COST, true, 231"
  })
  void periodsAreSortedAndEqualsByTheirBeginning(
      PeriodTally.SortKey key, boolean descending, String order) {
    assertThat(
            ROWS.stream()
                .sorted(PeriodTally.order(key, descending))
                .map(row -> Long.toString(row.period().start().getEpochSecond()))
                .collect(Collectors.joining()))
        .isEqualTo(order);
  }

  private static PeriodTally row(long start, long success, long errors, long cost) {
    return new PeriodTally(
        new Period(Instant.ofEpochSecond(start), Instant.ofEpochSecond(start + 1), ZoneOffset.UTC),
        new Tally(success, errors, 0, 0, 0, cost, ResponseTimes.NONE));
  }
}
