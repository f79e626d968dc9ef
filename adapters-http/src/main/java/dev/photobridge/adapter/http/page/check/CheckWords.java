package dev.photobridge.adapter.http.page.check;

import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.adapter.http.page.Formats;
import dev.photobridge.adapter.http.page.Texts;
import dev.photobridge.adapter.http.page.check.CheckView.AreaView;
import dev.photobridge.adapter.http.page.check.CheckView.EntryView;
import dev.photobridge.adapter.http.page.check.CheckView.ReportView;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.openapi.model.CheckEntryDto;
import dev.photobridge.openapi.model.CheckEntryDto.AreaEnum;
import dev.photobridge.openapi.model.CheckEntryDto.StatusEnum;
import dev.photobridge.openapi.model.CheckReportDto;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Words a report, area by area in the order in which it was looked.
final class CheckWords {
  private final Texts texts;
  private final Formats formats;

  private final AccountName operator;

  /// @param operator whose slots have pages here
  CheckWords(Language language, AccountName operator) {
    this.operator = operator;
    this.texts = Texts.in(language);
    this.formats = new Formats(language);
  }

  ReportView report(CheckReportDto report) {
    Map<AreaEnum, List<CheckEntryDto>> byArea =
        report.checks().stream()
            .collect(
                Collectors.groupingBy(
                    CheckEntryDto::area, LinkedHashMap::new, Collectors.toList()));
    return new ReportView(
        switch (report.verdict()) {
          case FINE -> "ok";
          case NOTED -> "warn";
          case WRONG -> "err";
        },
        texts.get("check.verdict." + report.verdict().value()),
        advice(report),
        report.checks().stream()
            .filter(entry -> entry.status() != StatusEnum.FINE)
            .sorted(Comparator.comparing(CheckEntryDto::status).reversed())
            .map(this::entry)
            .toList(),
        byArea.entrySet().stream().map(area -> area(area.getKey(), area.getValue())).toList());
  }

  private String advice(CheckReportDto report) {
    long wrong = count(report, StatusEnum.WRONG);
    long noted = count(report, StatusEnum.NOTED);
    return switch (report.verdict()) {
      case FINE -> texts.count("check.advice.fine", report.checks().size());
      case NOTED -> texts.count("check.advice.noted", noted);
      case WRONG -> texts.count("check.advice.wrong", wrong);
    };
  }

  private static long count(CheckReportDto report, StatusEnum status) {
    return report.checks().stream().filter(entry -> entry.status() == status).count();
  }

  private AreaView area(AreaEnum area, List<CheckEntryDto> entries) {
    StatusEnum worst =
        entries.stream()
            .map(CheckEntryDto::status)
            .max(Comparator.naturalOrder())
            .orElse(StatusEnum.FINE);
    return new AreaView(
        area.value(),
        texts.get("check.area." + area.value()),
        state(worst),
        entries.stream().map(this::entry).toList());
  }

  private EntryView entry(CheckEntryDto entry) {
    Long took = entry.tookMs();
    Optional<String> link = link(entry);
    return new EntryView(
        texts.get("check.area." + entry.area().value()),
        Optional.ofNullable(entry.subject()).orElse(""),
        state(entry.status()),
        texts.get("check.state." + entry.status().value()),
        entry.message(),
        Optional.ofNullable(entry.detail()).orElse(""),
        took == null ? "" : took(took),
        link.orElse(""),
        link.map(to -> texts.get(linkWords(to))).orElse(""));
  }

  private static String linkWords(String link) {
    if (link.startsWith("/settings")) {
      return "check.to.settings";
    }
    return link.equals("/") ? "check.to.slots" : "check.to.slot";
  }

  private String took(long millis) {
    return millis < 1_000
        ? texts.get("check.millis", formats.number(millis))
        : texts.get("check.seconds", formats.seconds(Duration.ofMillis(millis)));
  }

  /// The page on which a problem is mended, where there is one.
  private Optional<String> link(CheckEntryDto entry) {
    if (entry.status() == StatusEnum.FINE) {
      return Optional.empty();
    }
    return switch (entry.area()) {
      case SLOT ->
          Optional.ofNullable(entry.subject())
              .filter(subject -> subject.startsWith(operator + "/"))
              .flatMap(subject -> SlotId.parse(subject.substring(subject.indexOf('/') + 1)))
              .map(id -> "/slots/" + id);
      case MODEL -> Optional.of("/");
      case PROVIDER -> Optional.of("/settings#providers");
      case PUBLIC_ADDRESS -> Optional.of("/settings#booth");
      case CATALOGUE, SECRETS, DATABASE, DISK, CLOCK, MEDIA -> Optional.empty();
    };
  }

  private static String state(StatusEnum status) {
    return switch (status) {
      case FINE -> "ok";
      case NOTED -> "warn";
      case WRONG -> "err";
    };
  }
}
