package dev.photobridge.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.photobridge.app.testing.Contract;
import dev.photobridge.app.testing.DslrRequest;
import dev.photobridge.app.testing.Photos;
import dev.photobridge.app.testing.RunningServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What monitoring sees of a running server.
class MetricsTest {
  private static final String TOKEN = "who-watches-the-server";
  private static final Pattern SERVED = Pattern.compile("(?m)^# TYPE (\\S+) ");
  private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([a-z0-9_]+_[a-z0-9_]+)` \\|");

  @TempDir private static Path dataDir;
  private static RunningServer server;
  private static HttpClient client;

  @BeforeAll
  static void startServer() {
    server = RunningServer.start(dataDir, Map.of("METRICS_TOKEN", TOKEN));
    server.setUp(1, "local", "change_image", Map.of("effect", "sepia"));
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stopServer() {
    client.close();
    server.close();
  }

  @Test
  void aProcessedPhotoIsCountedAllAlongItsWay() throws IOException, InterruptedException {
    double photos =
        value("photobridge_photos_total{origin=\"booth\",outcome=\"success\",provider=\"local\"}");
    double calls =
        value("photobridge_provider_calls_total{outcome=\"delivered\",provider=\"local\"}");
    double jobs = value("photobridge_jobs_ended_total{provider=\"local\",state=\"succeeded\"}");
    double answers = value("photobridge_photo_response_seconds_count{provider=\"local\"}");

    assertThat(send(server.ingestPassword()).statusCode()).isEqualTo(200);

    assertThat(
            value(
                "photobridge_photos_total{origin=\"booth\",outcome=\"success\",provider=\"local\"}"))
        .isEqualTo(photos + 1);
    assertThat(value("photobridge_provider_calls_total{outcome=\"delivered\",provider=\"local\"}"))
        .isEqualTo(calls + 1);
    assertThat(value("photobridge_jobs_ended_total{provider=\"local\",state=\"succeeded\"}"))
        .isEqualTo(jobs + 1);
    assertThat(value("photobridge_photo_response_seconds_count{provider=\"local\"}"))
        .isEqualTo(answers + 1);
    assertThat(value("photobridge_jobs_open{state=\"queued\"}")).isZero();
    assertThat(value("photobridge_booths_waiting")).isZero();
    assertThat(value("photobridge_provider_condition{condition=\"available\",provider=\"gemini\"}"))
        .isEqualTo(1);
    assertThat(value("photobridge_disk_free_bytes{folder=\"media\"}")).isPositive();
    assertThat(value("photobridge_database_connections{use=\"at_most\"}")).isEqualTo(10);
  }

  @Test
  void aRefusedRequestIsCountedByItsOperation() throws IOException, InterruptedException {
    assertThat(send("wrong").statusCode()).isEqualTo(401);

    await()
        .untilAsserted(
            () ->
                assertThat(text())
                    .contains(
                        "photobridge_http_request_seconds_count{method=\"POST\","
                            + "operation=\"/ingest/{slotId}\",status=\"401\"}"));
  }

  @Test
  void everyMetricIsListedAndEveryListedOneIsServed() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "monitoring.md"));
    Set<String> listed = names(LISTED, page);
    // the machine tells of its collections of garbage once there was one
    System.gc();

    await().untilAsserted(() -> assertThat(names(SERVED, text())).isEqualTo(listed));
  }

  @Test
  void theyAreForWhoeverKnowsTheToken() throws IOException, InterruptedException {
    HttpResponse<byte[]> refused =
        client.send(
            HttpRequest.newBuilder(server.uri("/metrics")).build(), BodyHandlers.ofByteArray());

    assertThat(refused.statusCode()).isEqualTo(401);
    Contract.assertKeptBy(refused);
  }

  private static HttpResponse<byte[]> send(String password)
      throws IOException, InterruptedException {
    return DslrRequest.of(Photos.recorded(), password).send(client, server.ingestLink(1));
  }

  private static double value(String sample) throws IOException, InterruptedException {
    return text()
        .lines()
        .filter(line -> line.startsWith(sample + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not served: " + sample));
  }

  private static String text() throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        client.send(
            HttpRequest.newBuilder(server.uri("/metrics"))
                .header("Authorization", "Bearer " + TOKEN)
                .build(),
            BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).isEqualTo(200);
    Contract.assertKeptBy(response);
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
