package dev.photobridge.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.WireMock;
import dev.photobridge.adapter.provider.testing.FakeOpenAi;
import dev.photobridge.adapter.provider.testing.OpenAiContract;
import dev.photobridge.app.testing.Contract;
import dev.photobridge.app.testing.DslrRequest;
import dev.photobridge.app.testing.Operator;
import dev.photobridge.app.testing.Photos;
import dev.photobridge.app.testing.RunningServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job with an image server of one's own, which needs no key, names its fields in its own
/// way and answers with an address: what is different stands in the catalogue.
class OwnImageServerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;
  private static FakeOpenAi own;
  private static RunningServer server;
  private static HttpClient client;

  @BeforeAll
  static void startServer() throws IOException {
    own = new FakeOpenAi(OpenAiContract.ownServer());
    server =
        RunningServer.start(
            folder.resolve("data"),
            Map.of(
                "OPENAI_BASE_URL",
                own.address().resolve("/v1").toString(),
                "PROVIDERS_FILE",
                catalogue().toString(),
                "JOB_MAX_ATTEMPTS",
                "1"));
    server.setUp(1, "openai", "change_image", Map.of("prompt", "Add fog"));
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stopServer() {
    client.close();
    server.close();
    own.close();
  }

  @AfterEach
  void everyRequestWasAllowed() {
    own.assertAllRequestsWereAllowed();
  }

  @Test
  void theImageIsFetchedFromItsAddress() throws IOException, InterruptedException {
    own.answers(FakeOpenAi.link(own.address() + "/files/result.jpg"));
    own.has("/files/result.jpg", Photos.recorded());

    HttpResponse<byte[]> response = sent();

    assertThat(response.statusCode()).isEqualTo(200);
    Contract.assertKeptBy(response);
    assertThat(response.body()).isEqualTo(Photos.recorded());
    String id = response.headers().firstValue("X-Photobridge-Job").orElseThrow();
    JsonNode job = Operator.signedIn(server, client).getJson("/api/jobs/" + id);
    assertThat(job.path("cost_usd").decimalValue()).isEqualByComparingTo("0.002");
  }

  @Test
  void anAddressElsewhereIsNotFetched() throws IOException, InterruptedException {
    own.answers(FakeOpenAi.link("http://elsewhere.example/result.jpg"));

    HttpResponse<byte[]> response = sent();

    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(code(response)).isEqualTo("provider_answer_unusable");
    Contract.assertKeptBy(response);
  }

  @Test
  void itsOwnKindOfErrorIsUnderstood() throws IOException, InterruptedException {
    own.answers(
        WireMock.jsonResponse(
            "{\"detail\":[{\"loc\":[\"body\",\"size\"],\"msg\":\"too large\"}]}", 422));

    HttpResponse<byte[]> response = sent();

    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(code(response)).isEqualTo("provider_rejected_request");
    Contract.assertKeptBy(response);
  }

  private static String code(HttpResponse<byte[]> response) throws IOException {
    return JSON.readTree(response.body()).at("/error/code").textValue();
  }

  private static HttpResponse<byte[]> sent() throws IOException, InterruptedException {
    return DslrRequest.of(Photos.recorded(), server.ingestPassword())
        .send(client, server.ingestLink(1));
  }

  /// The shipped catalogue with another description of the server.
  private static Path catalogue() throws IOException {
    JsonNode catalogue = JSON.readTree(Path.of("..", "configs", "providers.json").toFile());
    for (JsonNode provider : catalogue.path("providers")) {
      if (provider.path("id").textValue().equals("openai")) {
        ObjectNode parameters = JSON.createObjectNode();
        parameters
            .put("key_required", "false")
            .put("image_field", "image")
            .put("response_format", "url")
            .put("send_n", "true")
            .put("form.num_inference_steps", "28");
        ((ObjectNode) provider).set("parameters", parameters.put("slot_fields", "seed"));
        ((ObjectNode) provider.path("models").path(0).path("prices")).put("call", 0.002);
      }
    }
    Path file = folder.resolve("providers.json");
    Files.write(file, JSON.writeValueAsBytes(catalogue));
    return file;
  }
}
