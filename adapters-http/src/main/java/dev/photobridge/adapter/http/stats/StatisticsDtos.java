package dev.photobridge.adapter.http.stats;

import dev.photobridge.application.port.in.ReadStatisticsUseCase.SlotLine;
import dev.photobridge.application.port.in.ReadStatisticsUseCase.SlotReport;
import dev.photobridge.application.port.in.ReadStatisticsUseCase.Table;
import dev.photobridge.application.port.out.Page;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.stats.PeriodTally;
import dev.photobridge.domain.stats.Tally;
import dev.photobridge.openapi.model.GlobalPeriodDto;
import dev.photobridge.openapi.model.GlobalStatisticsDto;
import dev.photobridge.openapi.model.PageMetaDto;
import dev.photobridge.openapi.model.ProviderTotalsDto;
import dev.photobridge.openapi.model.SlotGroupingDto;
import dev.photobridge.openapi.model.SlotPeriodDto;
import dev.photobridge.openapi.model.SlotStatisticsDto;
import dev.photobridge.openapi.model.SlotStatisticsRowDto;
import dev.photobridge.openapi.model.StatisticsRangeDto;
import dev.photobridge.openapi.model.StatisticsTableDto;
import dev.photobridge.openapi.model.StatisticsTotalsDto;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Statistics as the contract has them.
final class StatisticsDtos {
  private StatisticsDtos() {}

  static SlotStatisticsDto ofSlot(SlotId slot, SlotGroupingDto grouping, SlotReport report) {
    return new SlotStatisticsDto(
        slot.value(),
        new StatisticsRangeDto(report.range().firstDay(), report.range().lastDay(), grouping),
        report.periods().stream().map(row -> slotPeriod(row, grouping)).toList());
  }

  private static SlotPeriodDto slotPeriod(PeriodTally row, SlotGroupingDto grouping) {
    Tally tally = row.tally();
    return new SlotPeriodDto(
        switch (grouping) {
          case HOUR -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(row.period().beginning());
          case DAY, WEEK -> row.period().firstDay().toString();
        },
        tally.success(),
        tally.errors(),
        tally.timeouts(),
        tally.averageMillis().orElse(0),
        tally.p95Millis().orElse(0),
        tally.cost().plainDollars());
  }

  static GlobalStatisticsDto global(Page<PeriodTally> page) {
    return new GlobalStatisticsDto(
        page.items().stream().map(StatisticsDtos::globalPeriod).toList(),
        new PageMetaDto(page.number(), page.size(), page.total()));
  }

  private static GlobalPeriodDto globalPeriod(PeriodTally row) {
    Tally tally = row.tally();
    return new GlobalPeriodDto(
        row.period().firstDay(),
        row.period().lastDay(),
        tally.success(),
        tally.errors(),
        tally.timeouts(),
        tally.averageMillis().orElse(0),
        tally.p95Millis().orElse(0),
        tally.cost().plainDollars());
  }

  static StatisticsTableDto table(Table table) {
    return new StatisticsTableDto(
        table.slots().stream().map(StatisticsDtos::line).toList(),
        table.providers().stream()
            .map(line -> new ProviderTotalsDto(line.provider().value(), totals(line.allTime())))
            .toList(),
        totals(table.total()));
  }

  private static SlotStatisticsRowDto line(SlotLine line) {
    Slot slot = line.slot();
    return new SlotStatisticsRowDto(
        slot.address().id().value(),
        slot.name(),
        slot.setup().map(setup -> setup.provider().value()).orElse(null),
        slot.setup().map(setup -> setup.operation().value()).orElse(null),
        line.template().map(MediaId::value).orElse(null),
        totals(line.sinceReset()),
        totals(line.allTime()),
        line.lastCost().map(Cost::plainDollars).orElse(null),
        slot.lastResetAt());
  }

  private static StatisticsTotalsDto totals(Tally tally) {
    return new StatisticsTotalsDto(
        tally.requests(),
        tally.runs(),
        tally.success(),
        tally.errors(),
        tally.timeouts(),
        tally.errorPercent().orElse(null),
        tally.inTimePercent().orElse(null),
        orNull(tally.averageMillis()),
        orNull(tally.p95Millis()),
        tally.cost().plainDollars());
  }

  private static @Nullable Long orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }
}
