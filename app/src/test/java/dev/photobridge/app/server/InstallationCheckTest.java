package dev.photobridge.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.app.testing.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationCheckTest {
  @TempDir private Path dataDir;

  @Test
  void aFreshInstallationIsFineAndSaysWhatIsStillToCome() throws InterruptedException {
    List<Check> checks = checks(Map.of());

    assertThat(checks).noneMatch(Check.Wrong.class::isInstance);
    assertThat(named(checks, "catalogue")).isInstanceOf(Check.Fine.class);
    assertThat(named(checks, "database")).isInstanceOf(Check.Fine.class);
    assertThat(named(checks, "media folder")).isInstanceOf(Check.Fine.class);
    assertThat(named(checks, "secrets")).isInstanceOf(Check.Noted.class);
    assertThat(named(checks, "gemini").text()).contains("GEMINI_API_KEY");
  }

  @Test
  void whetherProvidersCanFetchPhotosIsSaid() throws InterruptedException {
    for (String nowhere : List.of("", "https://192.168.1.7")) {
      Check check = named(checks(Map.of("PUBLIC_BASE_URL", nowhere)), "public address");
      assertThat(check).as(nowhere).isInstanceOf(Check.Noted.class);
      assertThat(check.text()).contains("Turbotext").contains("PUBLIC_BASE_URL");
    }
    assertThat(
            named(checks(Map.of("PUBLIC_BASE_URL", "https://booth.example.com")), "public address"))
        .isInstanceOf(Check.Fine.class);
  }

  @Test
  void theDatabaseOfARunningServerIsLeftAlone() throws InterruptedException {
    try (var server = RunningServer.start(dataDir, Map.of())) {
      assertThat(server.server().port()).isPositive();

      assertThat(named(checks(Map.of()), "database").text()).contains("in use by a server");
    }
  }

  @Test
  void everyMistakeIsFoundInOneGo() throws IOException, InterruptedException {
    Path catalogue = Files.writeString(dataDir.resolve("providers.json"), "{\"providers\": 5}");
    Path secrets = Files.writeString(dataDir.resolve("secrets.json"), "nonsense");
    Path media = Files.createFile(dataDir.resolve("media-is-a-file"));

    List<Check> checks =
        checks(
            Map.of(
                "PROVIDERS_FILE", catalogue.toString(),
                "SECRETS_FILE", secrets.toString(),
                "MEDIA_ROOT", media.toString(),
                "DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none"));

    assertThat(checks)
        .filteredOn(Check.Wrong.class::isInstance)
        .extracting(Check::name)
        .containsExactly("catalogue", "secrets", "media folder", "database");
  }

  private List<Check> checks(Map<String, String> keys) throws InterruptedException {
    var told = new ArrayList<Check>();
    List<Check> checks =
        InstallationCheck.of(RunningServer.configuration(dataDir, keys), told::add);
    assertThat(told).isEqualTo(checks);
    return checks;
  }

  private static Check named(List<Check> checks, String name) {
    return checks.stream().filter(check -> check.name().equals(name)).findFirst().orElseThrow();
  }
}
