package dev.photobridge.adapter.http.check;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.application.port.in.CheckReport;
import dev.photobridge.application.port.in.RunReadinessCheckUseCase;
import dev.photobridge.domain.check.CheckArea;
import dev.photobridge.domain.check.Finding;
import dev.photobridge.domain.check.Verdict;
import dev.photobridge.openapi.api.ReadinessCheckApi;
import dev.photobridge.openapi.model.CheckEntryDto;
import dev.photobridge.openapi.model.CheckReportDto;
import java.time.Duration;

/// Says whether everything is ready for the event.
public final class ReadinessCheckHandler implements ReadinessCheckApi<ApiCall> {
  private final RunReadinessCheckUseCase check;
  private final FindingMessages messages = new FindingMessages();

  /// Runs this check.
  public ReadinessCheckHandler(RunReadinessCheckUseCase check) {
    this.check = check;
  }

  @Override
  public CheckReportDto runReadinessCheck(ApiCall call) throws InterruptedException {
    Language language = Language.of(call.acceptLanguage());
    CheckReport report = check.run();
    return new CheckReportDto(
        verdict(report.verdict()),
        report.findings().stream().map(finding -> entry(finding, language)).toList());
  }

  private CheckEntryDto entry(Finding finding, Language language) {
    return new CheckEntryDto(
        area(finding.area()),
        finding.subject().orElse(null),
        status(finding.verdict()),
        messages.text(finding, language),
        finding.detail().orElse(null),
        finding.took().map(Duration::toMillis).orElse(null));
  }

  private static CheckReportDto.VerdictEnum verdict(Verdict verdict) {
    return switch (verdict) {
      case FINE -> CheckReportDto.VerdictEnum.FINE;
      case NOTED -> CheckReportDto.VerdictEnum.NOTED;
      case WRONG -> CheckReportDto.VerdictEnum.WRONG;
    };
  }

  private static CheckEntryDto.StatusEnum status(Verdict verdict) {
    return switch (verdict) {
      case FINE -> CheckEntryDto.StatusEnum.FINE;
      case NOTED -> CheckEntryDto.StatusEnum.NOTED;
      case WRONG -> CheckEntryDto.StatusEnum.WRONG;
    };
  }

  private static CheckEntryDto.AreaEnum area(CheckArea area) {
    return switch (area) {
      case CATALOGUE -> CheckEntryDto.AreaEnum.CATALOGUE;
      case SECRETS -> CheckEntryDto.AreaEnum.SECRETS;
      case DATABASE -> CheckEntryDto.AreaEnum.DATABASE;
      case DISK -> CheckEntryDto.AreaEnum.DISK;
      case CLOCK -> CheckEntryDto.AreaEnum.CLOCK;
      case MEDIA -> CheckEntryDto.AreaEnum.MEDIA;
      case PROVIDER -> CheckEntryDto.AreaEnum.PROVIDER;
      case MODEL -> CheckEntryDto.AreaEnum.MODEL;
      case SLOT -> CheckEntryDto.AreaEnum.SLOT;
      case PUBLIC_ADDRESS -> CheckEntryDto.AreaEnum.PUBLIC_ADDRESS;
    };
  }
}
