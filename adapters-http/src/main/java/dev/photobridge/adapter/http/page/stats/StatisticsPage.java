package dev.photobridge.adapter.http.page.stats;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.page.Formats;
import dev.photobridge.adapter.http.page.PageCall;
import dev.photobridge.adapter.http.page.PageRouter;
import dev.photobridge.adapter.http.page.PageRoutes;
import dev.photobridge.adapter.http.page.Section;
import dev.photobridge.adapter.http.page.settings.PasswordView;
import dev.photobridge.adapter.http.page.settings.TimeoutView;
import dev.photobridge.adapter.http.page.stats.StatisticsView.ResetView;
import dev.photobridge.application.port.in.ReadStatisticsUseCase;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.openapi.api.ProvidersApi;
import dev.photobridge.openapi.api.SettingsApi;
import dev.photobridge.openapi.api.StatisticsApi;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.ExportGroupingDto;
import dev.photobridge.openapi.model.SettingsDto;
import dev.photobridge.openapi.model.SlotStatisticsRowDto;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// What came, how long it took, what it cost; and how long booths wait.
public final class StatisticsPage implements PageRoutes {
  private static final int LONGEST_EXPORT_DAYS = 89;

  private final StatisticsApi<ApiCall> statistics;
  private final SettingsApi<ApiCall> settings;
  private final FiguresReader figures;
  private final InstantSource clock;
  private final ZoneId zone;

  /// @param periods hands over what the contract has not: the hours of all slots together
  /// @param zone whose calendar counts
  public StatisticsPage(
      StatisticsApi<ApiCall> statistics,
      SettingsApi<ApiCall> settings,
      ProvidersApi<ApiCall> providers,
      ReadStatisticsUseCase periods,
      InstantSource clock,
      ZoneId zone) {
    this.statistics = statistics;
    this.settings = settings;
    this.figures = new FiguresReader(statistics, providers, new PeriodReader(periods, zone));
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public void register(PageRouter router) {
    router.get("/statistics", this::show);
    router.get("/statistics/table.csv", this::export);
    router.get("/statistics/{slot_id}/reset", this::askToReset);
    router.post("/statistics/{slot_id}/reset", this::reset);
  }

  private void show(PageCall call) throws Exception {
    var read = figures.read(call, StatsChoice.of(call), clock.instant());
    if (call.isFragment()) {
      call.show(Section.STATISTICS, "statistics/figures", read);
      return;
    }
    SettingsDto set = settings.getSettings(call.api());
    call.show(
        Section.STATISTICS,
        "statistics/statistics",
        new StatisticsView(
            read, TimeoutView.of(set, call.page(Section.STATISTICS).path()), PasswordView.of(set)));
  }

  /// The contract's table, in the page's language instead of the browser's.
  private void export(PageCall call) throws Exception {
    StatsPeriod period = StatsPeriod.of(call.query("by").orElse(""));
    Instant now = clock.instant();
    Instant begin = period.begin(now, zone);
    Instant earliest = now.minus(LONGEST_EXPORT_DAYS, ChronoUnit.DAYS);
    Instant from = begin.isBefore(earliest) ? earliest : begin;
    statistics.exportStatistics(
        call.api(), from.toString(), now.toString(), grouping(period), null, zone.getId());
  }

  private static ExportGroupingDto grouping(StatsPeriod period) {
    return switch (period) {
      case HOUR -> ExportGroupingDto.HOUR;
      case DAY -> ExportGroupingDto.DAY;
      case WEEK -> ExportGroupingDto.WEEK;
      case MONTH -> ExportGroupingDto.MONTH;
    };
  }

  private void askToReset(PageCall call) throws Exception {
    SlotStatisticsRowDto row =
        FiguresReader.line(statistics.getAllStatistics(call.api()), slot(call));
    var formats = new Formats(call.language());
    var view =
        new ResetView(
            row.slotId(),
            slotName(call, row),
            call.texts().count("statistics.photos", row.sinceReset().requests()),
            formats.money(row.sinceReset().cost()),
            call.texts().count("statistics.runs", row.allTime().runs()),
            StatsChoice.of(call).query());
    call.show(
        Section.STATISTICS, call.isFragment() ? "statistics/reset" : "statistics/resetPage", view);
  }

  private static String slotName(PageCall call, SlotStatisticsRowDto row) {
    String number = new StatisticsLines(call.language()).number(row.slotId());
    return row.name().isEmpty()
        ? number
        : call.texts().get("statistics.slot.named", number, row.name());
  }

  private void reset(PageCall call) throws Exception {
    statistics.resetSlotStatistics(call.api(), call.path("slot_id"));
    if (call.isFragment()) {
      call.signal("statistics-reset");
      show(call);
    } else {
      call.goTo(call.wantedPath());
    }
  }

  private static SlotId slot(PageCall call) {
    String wanted = call.path("slot_id");
    return SlotId.parse(wanted)
        .orElseThrow(
            () ->
                ErrorAnswer.of(ErrorCodeDto.SLOT_NOT_FOUND)
                    .with("field", "slot_id")
                    .with("found", wanted)
                    .asException());
  }
}
