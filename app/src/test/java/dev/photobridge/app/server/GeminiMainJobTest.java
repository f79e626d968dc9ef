package dev.photobridge.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The main job with Gemini, whose part a strict stand-in plays.
class GeminiMainJobTest {
  @TempDir private static Path dataDir;
  private static FakeGemini gemini;
  private static RunningServer server;
  private static HttpClient client;

  @BeforeAll
  static void startServer() {
    gemini = new FakeGemini();
    var keys = new HashMap<>(gemini.keys());
    keys.put("T_SYNC_RESPONSE_SEC", "2");
    keys.put("JOB_MAX_ATTEMPTS", "1");
    server = RunningServer.start(dataDir, keys);
    server.setUp(1, "gemini", "change_image", Map.of("prompt", "Make it a comic"));
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stopServer() {
    client.close();
    server.close();
    gemini.close();
  }

  @AfterEach
  void everyRequestWasAllowed() {
    gemini.assertAllRequestsWereAllowed();
  }

  @Test
  void theImageComesBackByteForByte() throws IOException, InterruptedException {
    byte[] image = Photos.small("IMG_0003.JPG");
    gemini.answers(FakeGemini.image(image));

    HttpResponse<byte[]> response = sent();

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(response.body()).isEqualTo(image);
    Contract.assertKeptBy(response);
  }

  @Test
  void aLateReplyIs504AndItsResultIsStored() throws IOException, InterruptedException {
    byte[] image = Photos.small("IMG_0003.JPG");
    gemini.answers(FakeGemini.image(image).withFixedDelay(3_000));

    HttpResponse<byte[]> response = sent();

    assertThat(response.statusCode()).isEqualTo(504);
    Contract.assertKeptBy(response);
    JsonNode error = json(response).path("error");
    assertThat(error.path("code").textValue()).isEqualTo("deadline_passed");
    String job = error.path("details").path("job_id").textValue();

    var operator = Operator.signedIn(server, client);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(operator.getJson("/api/jobs/" + job).path("state").textValue())
                    .isEqualTo("SUCCEEDED_LATE"));
    assertThat(operator.get("/api/jobs/" + job + "/result").body()).isEqualTo(image);
    assertThat(operator.getJson("/api/jobs/" + job).path("cost_usd").decimalValue())
        .isEqualByComparingTo("0.03405");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"candidates\":[{\"finishReason\":\"IMAGE_SAFETY\"}]} | IMAGE_SAFETY",
        "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"}} | PROHIBITED_CONTENT",
        "{\"candidates\":[{\"finishReason\":\"NO_IMAGE\"}]} | NO_IMAGE",
      })
  void aRefusalIs422WithGooglesReason(String answer, String reason)
      throws IOException, InterruptedException {
    gemini.answers(FakeGemini.json(answer));

    HttpResponse<byte[]> response = sent();

    assertThat(response.statusCode()).isEqualTo(422);
    Contract.assertKeptBy(response);
    JsonNode error = json(response).path("error");
    assertThat(error.path("code").textValue()).isEqualTo("provider_refused");
    assertThat(error.path("details").path("reason").textValue()).isEqualTo(reason);
  }

  @Test
  void aSlotSetUpThroughTheApiProcessesPhotos() throws IOException, InterruptedException {
    byte[] image = Photos.small("IMG_0003.JPG");
    gemini.answers(FakeGemini.image(image));
    var operator = Operator.signedIn(server, client);

    HttpResponse<byte[]> saved =
        operator.put(
            "/api/slots/slot-007",
            """
            {"name":"Осветлить","provider_id":"gemini","operation_id":"change_image",
             "settings_json":{"prompt":"Осветлить лицо и пригладить фон"}}
            """);

    assertThat(saved.statusCode()).isEqualTo(200);
    Contract.assertKeptBy(saved);
    HttpResponse<byte[]> response =
        DslrRequest.of(Photos.recorded(), server.ingestPassword())
            .send(client, server.ingestLink(7));
    assertThat(response.body()).isEqualTo(image);
  }

  private static HttpResponse<byte[]> sent() throws IOException, InterruptedException {
    return DslrRequest.of(Photos.recorded(), server.ingestPassword())
        .send(client, server.ingestLink(1));
  }

  private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    return new ObjectMapper().readTree(response.body());
  }
}
