package dev.photobridge.adapter.http.stats;

import dev.photobridge.adapter.http.call.HeldBytes;
import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.application.port.in.ReadStatisticsUseCase.Export;
import dev.photobridge.application.port.in.ReadStatisticsUseCase.SlotPeriods;
import dev.photobridge.domain.stats.Grouping;
import dev.photobridge.domain.stats.PeriodTally;
import dev.photobridge.domain.stats.ReportRange;
import dev.photobridge.domain.stats.Tally;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalLong;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/// The statistics of a range as a table to download, one line a slot and period.
final class StatisticsCsv {
  private static final String BUNDLE = "dev.photobridge.adapter.http.stats.export";
  private static final List<String> COLUMNS =
      List.of(
          "slot",
          "name",
          "from",
          "to",
          "requests",
          "runs",
          "success",
          "errors",
          "timeouts",
          "error_percent",
          "average_ms",
          "p95_ms",
          "cost");

  private final ReportRange range;
  private final HeldBytes content;

  StatisticsCsv(Export export, Grouping grouping, Language language) {
    this.range = export.range();
    CsvTable table =
        switch (language) {
          case RUSSIAN -> new CsvTable(';', ',');
          case ENGLISH -> new CsvTable(',', '.');
        };
    ResourceBundle texts = ResourceBundle.getBundle(BUNDLE, language.locale());
    table.line(COLUMNS.stream().map(texts::getString).toList());
    for (SlotPeriods slot : export.slots()) {
      slot.periods().forEach(row -> table.line(fields(slot, row, grouping)));
    }
    this.content = new HeldBytes(table.bytes());
  }

  HeldBytes content() {
    return content;
  }

  /// Such as `statistics_2026-11-01_2026-11-22.csv`.
  String name() {
    return "statistics_" + range.firstDay() + "_" + range.lastDay() + ".csv";
  }

  private static List<?> fields(SlotPeriods slot, PeriodTally row, Grouping grouping) {
    Tally tally = row.tally();
    return Stream.of(
            slot.slot().address().id().value(),
            slot.slot().name(),
            from(row, grouping),
            to(row, grouping),
            tally.requests(),
            tally.runs(),
            tally.success(),
            tally.errors(),
            tally.timeouts(),
            tally.errorPercent().<Object>map(percent -> percent).orElse(""),
            orEmpty(tally.averageMillis()),
            orEmpty(tally.p95Millis()),
            tally.cost().plainDollars())
        .toList();
  }

  private static String from(PeriodTally row, Grouping grouping) {
    return switch (grouping) {
      case HOUR -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(row.period().beginning());
      case DAY, WEEK, MONTH -> row.period().firstDay().toString();
    };
  }

  private static String to(PeriodTally row, Grouping grouping) {
    return switch (grouping) {
      case HOUR ->
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
              row.period().end().atZone(row.period().zone()));
      case DAY, WEEK, MONTH -> row.period().lastDay().toString();
    };
  }

  private static Object orEmpty(OptionalLong number) {
    return number.isPresent() ? (Object) number.getAsLong() : "";
  }
}
