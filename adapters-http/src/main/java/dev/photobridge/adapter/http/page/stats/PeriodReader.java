package dev.photobridge.adapter.http.page.stats;

import dev.photobridge.application.port.in.ReadStatisticsUseCase;
import dev.photobridge.application.port.in.ReadStatisticsUseCase.Export;
import dev.photobridge.application.port.in.StatisticsOutcome;
import dev.photobridge.application.port.in.StatisticsRequest;
import dev.photobridge.application.port.in.StatisticsRequest.Time;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.stats.Period;
import dev.photobridge.domain.stats.PeriodTally;
import dev.photobridge.domain.stats.PeriodTally.SortKey;
import dev.photobridge.domain.stats.RangeBorder;
import dev.photobridge.domain.stats.RangeOutcome;
import dev.photobridge.domain.stats.RangeRequest;
import dev.photobridge.domain.stats.Tally;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Asks for what charts show. The contract has no hours of all slots together, so this asks the use
/// case that the contract's statistics come from.
final class PeriodReader {
  private static final int ALL = 1_000;
  private static final int LONGEST_DAYS = 90;

  private final ReadStatisticsUseCase statistics;
  private final ZoneId zone;

  /// @param zone whose calendar counts
  PeriodReader(ReadStatisticsUseCase statistics, ZoneId zone) {
    this.statistics = statistics;
    this.zone = zone;
  }

  ZoneId zone() {
    return zone;
  }

  PeriodFigures figures(AccountName account, StatsPeriod period, Instant now) {
    Instant begin = period.begin(now, zone);
    List<PeriodTally> before =
        steps(account, period, period.before(begin, zone), period.before(now, zone));
    return new PeriodFigures(
        period,
        steps(account, period, begin, now),
        before.stream().map(PeriodTally::tally).reduce(Tally.NONE, Tally::plus));
  }

  /// How many photos came to each slot on each of the latest days; slots to which none came are
  /// left out.
  Map<SlotId, List<Long>> latestDays(AccountName account, Instant now) {
    Time time = time(StatsPeriod.DAY, StatsPeriod.DAY.begin(now, zone), now);
    Export export =
        found(statistics.export(new StatisticsRequest.Export(account, time, Optional.empty())));
    List<Period> days = periods(time);
    return export.slots().stream()
        .collect(
            Collectors.toMap(
                slot -> slot.slot().address().id(),
                slot ->
                    whole(days, slot.periods()).stream()
                        .map(day -> day.tally().requests())
                        .toList(),
                (one, _) -> one,
                TreeMap::new));
  }

  private List<PeriodTally> steps(
      AccountName account, StatsPeriod period, Instant begin, Instant last) {
    var steps = new ArrayList<PeriodTally>();
    for (Instant start = begin; !start.isAfter(last); start = period.endOfPart(start, zone)) {
      Instant lastOfPart = period.endOfPart(start, zone).minusNanos(1);
      Time time = time(period, start, lastOfPart.isBefore(last) ? lastOfPart : last);
      var query =
          new StatisticsRequest.Global(
              account, time, Optional.empty(), Optional.empty(), SortKey.START, false, 1, ALL);
      steps.addAll(whole(periods(time), found(statistics.global(query)).items()));
    }
    return steps;
  }

  /// @param last belongs to it
  private Time time(StatsPeriod period, Instant begin, Instant last) {
    return new Time(
        Optional.of(new RangeBorder.Moment(begin)),
        Optional.of(new RangeBorder.Moment(last.plusNanos(1))),
        Optional.of(zone),
        period.grouping());
  }

  private List<Period> periods(Time time) {
    var range = new RangeRequest(time.from(), time.to(), zone);
    // both borders are given, so it does not matter what today is
    return switch (range.resolve(Instant.EPOCH, LONGEST_DAYS)) {
      case RangeOutcome.Valid valid -> valid.range().periods(time.grouping());
      case RangeOutcome.Reversed _, RangeOutcome.TooLong _ ->
          throw new IllegalStateException("no range of the page is like that: " + range);
    };
  }

  /// All periods, also those in which nothing came.
  private static List<PeriodTally> whole(List<Period> periods, List<PeriodTally> found) {
    Map<Instant, PeriodTally> byStart =
        found.stream().collect(Collectors.toMap(row -> row.period().start(), Function.identity()));
    return periods.stream()
        .map(period -> byStart.getOrDefault(period.start(), new PeriodTally(period, Tally.NONE)))
        .toList();
  }

  private static <T> T found(StatisticsOutcome<T> outcome) {
    return switch (outcome) {
      case StatisticsOutcome.Found<T> found -> found.statistics();
      case StatisticsOutcome.SlotUnknown<T> _,
          StatisticsOutcome.RangeReversed<T> _,
          StatisticsOutcome.RangeTooLong<T> _ ->
          throw new IllegalStateException("the page asks for no such range: " + outcome);
    };
  }
}
