package dev.photobridge.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.app.testing.RunningServer;
import dev.photobridge.application.port.in.CheckReport;
import dev.photobridge.domain.check.CheckArea;
import dev.photobridge.domain.check.Finding;
import dev.photobridge.domain.check.FindingCode;
import dev.photobridge.domain.check.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationCheckTest {
  @TempDir private Path dataDir;

  @Test
  void aFreshInstallationIsFineAndSaysWhatIsStillToCome() throws InterruptedException {
    CheckReport report = report(Map.of());

    assertThat(report.verdict()).isEqualTo(Verdict.NOTED);
    assertThat(code(report, CheckArea.CATALOGUE)).isEqualTo(FindingCode.CATALOGUE_READ);
    assertThat(code(report, CheckArea.DATABASE))
        .isIn(FindingCode.DATABASE_ANSWERS, FindingCode.DATABASE_SLOW);
    assertThat(code(report, CheckArea.MEDIA)).isEqualTo(FindingCode.MEDIA_WORKS);
    assertThat(code(report, CheckArea.CLOCK)).isEqualTo(FindingCode.CLOCK_SHOWN);
    assertThat(code(report, CheckArea.SECRETS)).isEqualTo(FindingCode.SECRETS_MISSING);
    assertThat(code(report, CheckArea.PUBLIC_ADDRESS)).isEqualTo(FindingCode.ADDRESS_MISSING);
    assertThat(named(report, CheckArea.PROVIDER, "gemini").values())
        .containsEntry("key", "GEMINI_API_KEY");
  }

  @Test
  void anAddressOfThisNetworkIsOfNoUseToProviders() throws InterruptedException {
    Finding address =
        first(report(Map.of("PUBLIC_BASE_URL", "http://127.0.0.1:1")), CheckArea.PUBLIC_ADDRESS);

    assertThat(address.code()).isEqualTo(FindingCode.ADDRESS_LOCAL);
    assertThat(address.values().get("providers")).contains("Turbotext");
  }

  @Test
  void theDatabaseOfARunningServerIsLeftAlone() throws InterruptedException {
    try (var server = RunningServer.start(dataDir, Map.of())) {
      assertThat(server.server().port()).isPositive();

      CheckReport report = report(Map.of());

      assertThat(code(report, CheckArea.DATABASE)).isEqualTo(FindingCode.DATABASE_IN_USE);
      assertThat(code(report, CheckArea.SECRETS)).isEqualTo(FindingCode.SECRETS_SAFE);
      assertThat(code(report, CheckArea.SLOT)).isEqualTo(FindingCode.SLOTS_UNREAD);
    }
  }

  @Test
  void everyMistakeIsFoundInOneGo() throws IOException, InterruptedException {
    Path catalogue = Files.writeString(dataDir.resolve("providers.json"), "{\"providers\": 5}");
    Path secrets = Files.writeString(dataDir.resolve("secrets.json"), "nonsense");
    Path media = Files.createFile(dataDir.resolve("media-is-a-file"));

    CheckReport report =
        report(
            Map.of(
                "PROVIDERS_FILE", catalogue.toString(),
                "SECRETS_FILE", secrets.toString(),
                "MEDIA_ROOT", media.toString(),
                "DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none"));

    assertThat(report.findings())
        .filteredOn(finding -> finding.verdict() == Verdict.WRONG)
        .extracting(Finding::code)
        .containsExactly(
            FindingCode.CATALOGUE_BROKEN,
            FindingCode.SECRETS_BROKEN,
            FindingCode.DATABASE_AWAY,
            FindingCode.MEDIA_FAILS);
  }

  private CheckReport report(Map<String, String> keys) throws InterruptedException {
    return InstallationCheck.of(RunningServer.configuration(dataDir, keys));
  }

  private static FindingCode code(CheckReport report, CheckArea area) {
    return first(report, area).code();
  }

  private static Finding first(CheckReport report, CheckArea area) {
    return report.findings().stream()
        .filter(finding -> finding.area() == area)
        .findFirst()
        .orElseThrow();
  }

  private static Finding named(CheckReport report, CheckArea area, String subject) {
    return report.findings().stream()
        .filter(finding -> finding.area() == area)
        .filter(finding -> finding.subject().filter(subject::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }
}
