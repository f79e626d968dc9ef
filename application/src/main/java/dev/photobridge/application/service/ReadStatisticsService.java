package dev.photobridge.application.service;

import dev.photobridge.application.port.in.ReadStatisticsUseCase;
import dev.photobridge.application.port.in.StatisticsOutcome;
import dev.photobridge.application.port.in.StatisticsRequest;
import dev.photobridge.application.port.out.Page;
import dev.photobridge.application.port.out.SlotRepository;
import dev.photobridge.application.port.out.Statistics;
import dev.photobridge.application.port.out.Statistics.Photos;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.stats.Grouping;
import dev.photobridge.domain.stats.Period;
import dev.photobridge.domain.stats.PeriodTally;
import dev.photobridge.domain.stats.RangeOutcome;
import dev.photobridge.domain.stats.RangeRequest;
import dev.photobridge.domain.stats.ReportRange;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Shows operators what their slots have done and cost.
public final class ReadStatisticsService implements ReadStatisticsUseCase {
  private static final int SHORT = 31;
  private static final int LONG = 90;

  private final Statistics statistics;
  private final SlotRepository slots;
  private final StatisticsTable table;
  private final InstantSource clock;
  private final ZoneId zone;

  /// @param zone whose calendar counts where a query names none
  public ReadStatisticsService(
      Statistics statistics,
      SlotRepository slots,
      StatisticsTable table,
      InstantSource clock,
      ZoneId zone) {
    this.statistics = statistics;
    this.slots = slots;
    this.table = table;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public StatisticsOutcome<SlotReport> ofSlot(StatisticsRequest.OfSlot query) {
    if (slots.find(new SlotAddress(query.account(), query.slot())).isEmpty()) {
      return new StatisticsOutcome.SlotUnknown<>();
    }
    var photos = new Photos(query.account(), Optional.of(query.slot()), Optional.empty());
    return within(
        query,
        SHORT,
        range -> new SlotReport(range, statistics.periods(photos, periods(range, query))));
  }

  @Override
  public StatisticsOutcome<Page<PeriodTally>> global(StatisticsRequest.Global query) {
    var photos = new Photos(query.account(), query.slot(), query.provider());
    return within(
        query, LONG, range -> page(statistics.periods(photos, periods(range, query)), query));
  }

  private static Page<PeriodTally> page(List<PeriodTally> all, StatisticsRequest.Global query) {
    List<PeriodTally> shown =
        all.stream()
            .sorted(PeriodTally.order(query.sortBy(), query.descending()))
            .skip((query.page() - 1L) * query.pageSize())
            .limit(query.pageSize())
            .toList();
    return new Page<>(shown, query.page(), query.pageSize(), all.size());
  }

  @Override
  public StatisticsOutcome<Export> export(StatisticsRequest.Export query) {
    return within(
        query,
        query.time().grouping() == Grouping.HOUR ? SHORT : LONG,
        range -> new Export(range, exported(query, periods(range, query))));
  }

  private List<SlotPeriods> exported(StatisticsRequest.Export query, List<Period> periods) {
    Map<SlotId, List<PeriodTally>> rows = new TreeMap<>();
    query
        .slot()
        .ifPresentOrElse(
            slot ->
                rows.put(
                    slot,
                    statistics.periods(
                        new Photos(query.account(), Optional.of(slot), Optional.empty()), periods)),
            () -> rows.putAll(statistics.periodsBySlot(query.account(), periods)));
    return slots.list(query.account()).stream()
        .filter(slot -> rows.containsKey(slot.address().id()))
        .map(slot -> new SlotPeriods(slot, rowsOf(slot, rows)))
        .toList();
  }

  private static List<PeriodTally> rowsOf(Slot slot, Map<SlotId, List<PeriodTally>> rows) {
    return rows.getOrDefault(slot.address().id(), List.of());
  }

  @Override
  public Table table(AccountName account) {
    return table.of(account);
  }

  private static List<Period> periods(ReportRange range, StatisticsRequest query) {
    return range.periods(query.time().grouping());
  }

  private <T> StatisticsOutcome<T> within(
      StatisticsRequest query, int maxDays, Function<ReportRange, T> report) {
    StatisticsRequest.Time time = query.time();
    var request = new RangeRequest(time.from(), time.to(), time.zone().orElse(zone));
    return switch (request.resolve(clock.instant(), maxDays)) {
      case RangeOutcome.Valid valid -> new StatisticsOutcome.Found<>(report.apply(valid.range()));
      case RangeOutcome.Reversed _ -> new StatisticsOutcome.RangeReversed<>();
      case RangeOutcome.TooLong tooLong -> new StatisticsOutcome.RangeTooLong<>(tooLong.days());
    };
  }
}
