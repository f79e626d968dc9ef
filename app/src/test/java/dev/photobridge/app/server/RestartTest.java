package dev.photobridge.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.app.testing.DslrRequest;
import dev.photobridge.app.testing.Operator;
import dev.photobridge.app.testing.Photos;
import dev.photobridge.app.testing.RunningServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
  @TempDir private Path dataDir;

  @Test
  void aSecondStartGoesOnWithTheSameSlotsPasswordsAndResults()
      throws IOException, InterruptedException {
    String password;
    String job;
    try (var client = HttpClient.newHttpClient()) {
      try (var first = RunningServer.start(dataDir, Map.of())) {
        first.setUp(3, "local", "change_image", Map.of("effect", "sepia"));
        password = first.ingestPassword();
        HttpResponse<byte[]> response =
            DslrRequest.of(Photos.recorded(), password).send(client, first.ingestLink(3));
        job = response.headers().firstValue("X-Photobridge-Job").orElseThrow();
      }
      try (var second = RunningServer.start(dataDir, Map.of())) {
        assertThat(second.ingestPassword()).isEqualTo(password);
        assertThat(
                DslrRequest.of(Photos.recorded(), password)
                    .send(client, second.ingestLink(3))
                    .statusCode())
            .isEqualTo(200);
        var operator = Operator.signedIn(second, client);
        assertThat(operator.getJson("/api/jobs").path("meta").path("total").intValue())
            .isEqualTo(2);
        assertThat(operator.get("/api/jobs/" + job + "/result").statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void twoServersNeverShareADataDirectory() {
    try (var first = RunningServer.start(dataDir, Map.of())) {
      assertThat(first.server().port()).isPositive();

      StartOutcome second = RunningServer.outcome(dataDir, Map.of());

      assertThat(second).isInstanceOf(StartOutcome.Failed.class);
      assertThat(((StartOutcome.Failed) second).problems())
          .singleElement()
          .asString()
          .contains("another Photobridge", dataDir.toString());
    }
  }

  @Test
  void aCatalogueWithAProviderNobodyCanCallIsRefused() throws IOException {
    Path catalogue = dataDir.resolve("providers.json");
    Files.writeString(
        catalogue,
        Files.readString(Path.of("..", "configs", "providers.json"))
            .replace("\"id\": \"local\"", "\"id\": \"locale\"")
            .replace("\"local\": {", "\"locale\": {"));

    StartOutcome outcome =
        RunningServer.outcome(dataDir, Map.of("PROVIDERS_FILE", catalogue.toString()));

    assertThat(((StartOutcome.Failed) outcome).problems())
        .singleElement()
        .asString()
        .contains(catalogue.toString(), "can't call the provider locale");
  }

  @Test
  void everythingStartedIsStoppedWhenALaterPartFails() {
    Map<String, String> unreachable = Map.of("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none");

    StartOutcome failed = RunningServer.outcome(dataDir, unreachable);
    assertThat(failed).isInstanceOf(StartOutcome.Failed.class);
    assertThat(((StartOutcome.Failed) failed).problems()).isEqualTo(problems(failed));

    try (var again = RunningServer.start(dataDir, Map.of())) {
      assertThat(again.server().port()).isPositive();
    }
  }

  private static List<String> problems(StartOutcome outcome) {
    List<String> problems = ((StartOutcome.Failed) outcome).problems();
    assertThat(problems).singleElement().asString().contains("127.0.0.1:1");
    return problems;
  }
}
