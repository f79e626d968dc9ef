package dev.photobridge.adapter.http.page.stats;

import dev.photobridge.domain.stats.PeriodTally;
import dev.photobridge.domain.stats.Tally;
import java.util.List;

/// What came in the time that the page looks back on.
///
/// @param steps ascending, without gaps
/// @param before what came until the same moment of the period before
record PeriodFigures(StatsPeriod period, List<PeriodTally> steps, Tally before) {
  PeriodFigures {
    steps = List.copyOf(steps);
  }

  /// All of it together.
  Tally total() {
    return steps.stream().map(PeriodTally::tally).reduce(Tally.NONE, Tally::plus);
  }
}
