package dev.photobridge.adapter.http.page.stats;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.adapter.http.page.PageCall;
import dev.photobridge.adapter.http.page.Texts;
import dev.photobridge.adapter.http.page.stats.StatisticsView.Choice;
import dev.photobridge.adapter.http.page.stats.StatisticsView.FiguresView;
import dev.photobridge.adapter.http.page.stats.StatisticsView.Head;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.openapi.api.ProvidersApi;
import dev.photobridge.openapi.api.StatisticsApi;
import dev.photobridge.openapi.model.ProviderDto;
import dev.photobridge.openapi.model.SlotStatisticsRowDto;
import dev.photobridge.openapi.model.StatisticsTableDto;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Puts together what changes with each photo.
final class FiguresReader {
  private final StatisticsApi<ApiCall> statistics;
  private final ProvidersApi<ApiCall> providers;
  private final PeriodReader periods;

  FiguresReader(
      StatisticsApi<ApiCall> statistics, ProvidersApi<ApiCall> providers, PeriodReader periods) {
    this.statistics = statistics;
    this.providers = providers;
    this.periods = periods;
  }

  FiguresView read(PageCall call, StatsChoice choice, Instant now) throws Exception {
    AccountName account = call.api().operator();
    StatisticsTableDto table = statistics.getAllStatistics(call.api());
    PeriodFigures figures = periods.figures(account, choice.period(), now);
    Map<SlotId, List<Long>> days = periods.latestDays(account, now);
    Map<String, String> names =
        providers.listProviders(call.api()).providers().stream()
            .collect(Collectors.toMap(ProviderDto::id, ProviderDto::name));
    Language language = call.language();
    var rows = new StatisticsLines(language);
    return new FiguresView(
        choice.address(),
        choices(choice, language),
        periods.zone().getId(),
        "/statistics/table.csv?by=" + choice.period().word(),
        new Tiles(language).of(figures),
        new Charts(language).of(figures),
        heads(choice, language),
        table.slots().stream()
            .filter(slot -> !StatisticsLines.isIdle(slot))
            .sorted(choice.column().order(choice.rises()))
            .map(slot -> rows.row(slot, days))
            .toList(),
        table.slots().stream().filter(StatisticsLines::isIdle).map(rows::idle).toList(),
        table.providers().stream().map(provider -> rows.provider(provider, names)).toList(),
        rows.total(table.total()));
  }

  /// A slot's line.
  static SlotStatisticsRowDto line(StatisticsTableDto table, SlotId slot) {
    return table.slots().stream()
        .filter(row -> row.slotId().equals(slot.value()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no line of " + slot));
  }

  private static List<Choice> choices(StatsChoice choice, Language language) {
    return Arrays.stream(StatsPeriod.values())
        .map(
            period ->
                new Choice(
                    "by-" + period.word(),
                    Texts.in(language).get("statistics.period." + period.word()),
                    choice.over(period).address(),
                    period == choice.period()))
        .toList();
  }

  private static List<Head> heads(StatsChoice choice, Language language) {
    return Arrays.stream(StatsColumn.values())
        .map(
            column ->
                new Head(
                    column.word(),
                    Texts.in(language).get("statistics.column." + column.word()),
                    choice.sortedBy(column).address(),
                    column == choice.column() ? choice.rises() ? "ascending" : "descending" : ""))
        .toList();
  }
}
