package dev.photobridge.app.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import dev.photobridge.app.testing.Contract;
import dev.photobridge.app.testing.Operator;
import dev.photobridge.app.testing.OwnPostgres;
import dev.photobridge.app.testing.RunningServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator is told before the event.
class ReadinessCheckTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir private Path dataDir;
  @TempDir private Path databaseDir;

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void aServerThatIsReadySaysSoAndFindsItselfAtItsPublicAddress()
      throws IOException, InterruptedException {
    int port = freePort();
    var keys =
        Map.of(
            "HTTP_PORT", String.valueOf(port), "PUBLIC_BASE_URL", "http://localhost:" + port + "/");
    try (var server = RunningServer.start(dataDir, keys)) {
      server.setUp(1, "local", "change_image", Map.of("effect", "sepia"));

      JsonNode report = report(server);

      assertThat(report.path("verdict").asText()).isEqualTo("noted");
      assertThat(entries(report)).noneMatch(entry -> status(entry).equals("wrong"));
      assertThat(status(first(report, "media"))).isEqualTo("fine");
      assertThat(status(first(report, "slot"))).isEqualTo("fine");
      assertThat(entry(report, "provider", "gemini").path("message").asText())
          .contains("GEMINI_API_KEY");
    }
  }

  @Test
  void whatIsWrongIsTold() throws IOException, InterruptedException {
    var stranger = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    stranger.start();
    stranger.stubFor(any(anyUrl()).willReturn(aResponse().withBody("{\"status\":\"live\"}")));
    Path media = dataDir.resolve("media-of-the-test");
    var keys = Map.of("PUBLIC_BASE_URL", stranger.baseUrl(), "MEDIA_ROOT", media.toString());
    try (var server = RunningServer.start(dataDir, keys)) {
      server.setUp(1, "gemini", "change_image", Map.of("prompt", "as a comic"));
      replaceByAFile(media.resolve("incoming"));

      JsonNode report = report(server);

      assertThat(report.path("verdict").asText()).isEqualTo("wrong");
      JsonNode key = entry(report, "provider", "gemini");
      assertThat(status(key)).isEqualTo("wrong");
      assertThat(key.path("message").asText()).contains("GEMINI_API_KEY", "slot-001");
      assertThat(status(first(report, "media"))).isEqualTo("wrong");
      JsonNode address = first(report, "public_address");
      assertThat(status(address)).isEqualTo("wrong");
      assertThat(address.path("message").asText()).contains(stranger.baseUrl());
      assertThat(status(first(report, "database"))).isNotEqualTo("wrong");
    } finally {
      stranger.stop();
    }
  }

  @Test
  void aProviderWhoseClockIsElsewhereTellsOnOurs() throws IOException, InterruptedException {
    var gemini = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    gemini.start();
    String anHourAgo =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            ZonedDateTime.now(Clock.system(ZoneOffset.UTC)).minusHours(1));
    gemini.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withHeader("Date", anHourAgo)
                    .withBody("{\"name\": \"models/any\", \"displayName\": \"Any\"}")));
    try (var server =
        RunningServer.start(
            dataDir, Map.of("GEMINI_BASE_URL", gemini.baseUrl(), "GEMINI_API_KEY", "a-key"))) {
      JsonNode report = report(server);

      JsonNode clock = entry(report, "clock", "gemini");
      assertThat(status(clock)).isEqualTo("wrong");
      assertThat(clock.path("message").asText()).containsPattern("\\b36\\d\\d\\b");
      assertThat(status(entry(report, "provider", "gemini"))).isEqualTo("fine");
    } finally {
      gemini.stop();
    }
  }

  @Test
  void withTheDatabaseAwayNobodyIsKnownToBeSignedIn() throws IOException, InterruptedException {
    try (var postgres = new OwnPostgres(databaseDir);
        var server = RunningServer.start(dataDir, new HashMap<>(postgres.keys()))) {
      var operator = Operator.signedIn(server, client);
      postgres.stop();

      HttpResponse<byte[]> response = operator.post("/api/check", "");

      assertThat(response.statusCode()).isEqualTo(503);
      Contract.assertKeptBy(response);
    }
  }

  private JsonNode report(RunningServer server) throws IOException, InterruptedException {
    return report(Operator.signedIn(server, client));
  }

  private static JsonNode report(Operator operator) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = operator.post("/api/check", "");
    assertThat(response.statusCode()).isEqualTo(200);
    Contract.assertKeptBy(response);
    return JSON.readTree(response.body());
  }

  private static JsonNode first(JsonNode report, String area) {
    return entries(report)
        .filter(entry -> entry.path("area").asText().equals(area))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode entry(JsonNode report, String area, String subject) {
    return entries(report)
        .filter(entry -> entry.path("area").asText().equals(area))
        .filter(entry -> entry.path("subject").asText().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<JsonNode> entries(JsonNode report) {
    return StreamSupport.stream(report.path("checks").spliterator(), false);
  }

  private static String status(JsonNode entry) {
    return entry.path("status").asText();
  }

  private static void replaceByAFile(Path folder) throws IOException {
    Files.delete(folder);
    Files.createFile(folder);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
