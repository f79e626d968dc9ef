package dev.photobridge.domain.stats;

import java.util.Comparator;

/// What came in a period.
public record PeriodTally(Period period, Tally tally) {
  /// What periods are sorted by.
  public enum SortKey {
    /// When they begin.
    START,
    /// Their photos that were processed in time.
    SUCCESS,
    /// Their photos that were not.
    ERRORS,
    /// What they cost.
    COST
  }

  /// The order by this key; equals among themselves by their beginning.
  public static Comparator<PeriodTally> order(SortKey key, boolean descending) {
    Comparator<PeriodTally> byStart = Comparator.comparing(row -> row.period().start());
    Comparator<PeriodTally> order =
        switch (key) {
          case START -> byStart;
          case SUCCESS -> Comparator.comparingLong((PeriodTally row) -> row.tally().success());
          case ERRORS -> Comparator.comparingLong((PeriodTally row) -> row.tally().errors());
          case COST -> Comparator.comparingLong((PeriodTally row) -> row.tally().microDollars());
        };
    Comparator<PeriodTally> whole = order.thenComparing(byStart);
    return descending ? whole.reversed() : whole;
  }
}
