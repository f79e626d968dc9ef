package dev.photobridge.app.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photobridge.app.testing.Contract;
import dev.photobridge.app.testing.DslrRequest;
import dev.photobridge.app.testing.FakeGemini;
import dev.photobridge.app.testing.Operator;
import dev.photobridge.app.testing.Photos;
import dev.photobridge.app.testing.RunningServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What booths and operators see of a Gemini that is down.
class GeminiOutageTest {
  @TempDir private Path dataDir;

  @Test
  void afterAFewFailuresPhotosFailAtOnceAndOnlyThoseOfGemini()
      throws IOException, InterruptedException {
    try (var gemini = new FakeGemini();
        var server = started(gemini);
        var client = HttpClient.newHttpClient()) {
      gemini.answers(aResponse().withStatus(503));
      for (int i = 0; i < 4; i++) {
        assertFails(sent(client, server, 1), "503");
      }
      assertThat(gemini.calls()).isEqualTo(4);

      assertFails(sent(client, server, 1), "CIRCUIT_OPEN");

      assertThat(gemini.calls()).isEqualTo(4);
      assertThat(sent(client, server, 2).statusCode()).isEqualTo(200);
      var operator = Operator.signedIn(server, client);
      HttpResponse<byte[]> ready = operator.get("/health/ready");
      assertThat(ready.statusCode()).isEqualTo(200);
      assertShowsTheOutage(json(ready));
      assertShowsTheOutage(operator.getJson("/api/providers"));
    }
  }

  private RunningServer started(FakeGemini gemini) {
    var keys = new HashMap<>(gemini.keys());
    keys.put("JOB_MAX_ATTEMPTS", "1");
    RunningServer server = RunningServer.start(dataDir, keys);
    server.setUp(1, "gemini", "change_image", Map.of("prompt", "Make it a comic"));
    server.setUp(2, "local", "change_image", Map.of("effect", "sepia"));
    return server;
  }

  private static HttpResponse<byte[]> sent(HttpClient client, RunningServer server, int slot)
      throws IOException, InterruptedException {
    return DslrRequest.of(Photos.recorded(), server.ingestPassword())
        .send(client, server.ingestLink(slot));
  }

  private static void assertFails(HttpResponse<byte[]> response, String reason) throws IOException {
    assertThat(response.statusCode()).isEqualTo(503);
    Contract.assertKeptBy(response);
    JsonNode error = json(response).path("error");
    assertThat(error.path("code").textValue()).isEqualTo("provider_unavailable");
    assertThat(error.path("details").path("reason").textValue()).contains(reason);
  }

  private static void assertShowsTheOutage(JsonNode answer) {
    var conditions = new HashMap<String, String>();
    for (JsonNode provider : answer.path("providers")) {
      conditions.put(provider.path("id").textValue(), provider.path("condition").textValue());
    }
    assertThat(conditions)
        .containsEntry("gemini", "unavailable")
        .containsEntry("openai", "available")
        .containsEntry("local", "available");
  }

  private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    return new ObjectMapper().readTree(response.body());
  }
}
