package dev.photobridge.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What operators see of a photo's job, and what they can do about it.
class JobsOfOperatorsTest {
  private static final String REFUSAL = "{\"candidates\":[{\"finishReason\":\"IMAGE_SAFETY\"}]}";

  @TempDir private Path dataDir;

  private RunningServer started(FakeGemini gemini, Map<String, String> keys) {
    var all = new HashMap<>(gemini.keys());
    all.putAll(keys);
    RunningServer server = RunningServer.start(dataDir, all);
    server.setUp(1, "gemini", "change_image", Map.of("prompt", "Make it a comic"));
    return server;
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "postgres"})
  void everyPhotoIsExplained(String queueMode) throws IOException, InterruptedException {
    try (var gemini = new FakeGemini();
        var server = started(gemini, Map.of("QUEUE_MODE", queueMode));
        var client = HttpClient.newHttpClient()) {
      gemini.failsTwiceThenAnswers(FakeGemini.image(Photos.small("IMG_0003.JPG")));
      assertThat(sent(client, server).statusCode()).isEqualTo(200);
      var operator = Operator.signedIn(server, client);

      JsonNode job = operator.getJson("/api/jobs/" + newest(operator, "").path("id").textValue());

      JsonNode history = job.path("history");
      assertThat(texts(history.path("attempts"), "outcome"))
          .containsExactly("failed", "failed", "delivered");
      assertThat(history.at("/attempts/0/failure/code").textValue())
          .isEqualTo("provider_unavailable");
      assertThat(texts(history.path("stages"), "name"))
          .containsSubsequence("upload", "queue", "preparation", "provider")
          .containsSubsequence("provider", "queue", "provider", "queue", "provider", "saving");
      assertFollowEachOther(job);
      assertThat(job.path("source_available").booleanValue()).isTrue();
      assertFound(operator, "?provider_id=gemini&origin=booth", 1);
      assertFound(operator, "?provider_id=openai", 0);
      assertFound(operator, "?origin=rerun", 0);
      assertFound(operator, "?received_before=" + job.path("received_at").textValue(), 0);
      assertFound(operator, "?received_from=" + job.path("received_at").textValue(), 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "postgres"})
  void aFailedPhotoIsRunAgainAndDeleted(String queueMode) throws IOException, InterruptedException {
    try (var gemini = new FakeGemini();
        var server = started(gemini, Map.of("QUEUE_MODE", queueMode, "SOURCE_TTL_SEC", "600"));
        var client = HttpClient.newHttpClient()) {
      gemini.answers(FakeGemini.json(REFUSAL));
      assertThat(sent(client, server).statusCode()).isEqualTo(422);
      var operator = Operator.signedIn(server, client);
      String failed = newest(operator, "?state=FAILED").path("id").textValue();
      byte[] image = Photos.small("IMG_0003.JPG");
      gemini.answers(FakeGemini.image(image));

      HttpResponse<byte[]> accepted = operator.post("/api/jobs/" + failed + "/rerun");

      assertThat(accepted.statusCode()).isEqualTo(202);
      String again = json(accepted).path("id").textValue();
      assertThat(json(accepted).path("rerun_of").textValue()).isEqualTo(failed);
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(operator.getJson("/api/jobs/" + again).path("state").textValue())
                      .isEqualTo("SUCCEEDED"));
      assertThat(operator.get("/api/jobs/" + again + "/result").body()).isEqualTo(image);
      assertFollowEachOther(operator.getJson("/api/jobs/" + again));
      assertFound(operator, "?origin=rerun", 1);

      var other = Operator.ofSecondAccount(server, client);
      assertThat(other.get("/api/jobs/" + again).statusCode()).isEqualTo(404);
      assertThat(other.post("/api/jobs/" + again + "/rerun").statusCode()).isEqualTo(404);
      assertThat(other.delete("/api/jobs/" + again).statusCode()).isEqualTo(404);
      assertFound(other, "", 0);

      assertThat(operator.delete("/api/jobs/" + again).statusCode()).isEqualTo(204);
      assertThat(operator.get("/api/jobs/" + again).statusCode()).isEqualTo(404);
      assertThat(operator.get("/api/jobs/" + again + "/result").statusCode()).isEqualTo(404);
      assertThat(operator.delete("/api/jobs/" + again).statusCode()).isEqualTo(404);
      assertFound(operator, "", 1);
    }
  }

  @Test
  void aPhotoThatIsDeletedCanNotBeRunAgain() throws IOException, InterruptedException {
    try (var gemini = new FakeGemini();
        var server = started(gemini, Map.of("SOURCE_TTL_SEC", "1"));
        var client = HttpClient.newHttpClient()) {
      gemini.answers(FakeGemini.json(REFUSAL));
      assertThat(sent(client, server).statusCode()).isEqualTo(422);
      var operator = Operator.signedIn(server, client);
      String path = "/api/jobs/" + newest(operator, "").path("id").textValue();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> !operator.getJson(path).path("source_available").booleanValue());

      HttpResponse<byte[]> refused = operator.post(path + "/rerun");

      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(json(refused).at("/error/code").textValue()).isEqualTo("source_deleted");
    }
  }

  private static HttpResponse<byte[]> sent(HttpClient client, RunningServer server)
      throws IOException, InterruptedException {
    return DslrRequest.of(Photos.recorded(), server.ingestPassword())
        .send(client, server.ingestLink(1));
  }

  private static JsonNode newest(Operator operator, String query)
      throws IOException, InterruptedException {
    return operator.getJson("/api/jobs" + query).at("/data/0");
  }

  private static void assertFound(Operator operator, String query, int count)
      throws IOException, InterruptedException {
    JsonNode found = operator.getJson("/api/jobs" + query);
    assertThat(found.path("data")).as(query).hasSize(count);
    assertThat(found.at("/meta/total").intValue()).isEqualTo(count);
  }

  /// Each stage begins where the one before it ends, from the photo's receipt to the job's end.
  private static void assertFollowEachOther(JsonNode job) {
    Instant reached = Instant.parse(job.path("received_at").textValue());
    for (JsonNode stage : job.at("/history/stages")) {
      assertThat(Instant.parse(stage.path("started_at").textValue())).isEqualTo(reached);
      Instant end = Instant.parse(stage.path("ended_at").textValue());
      assertThat(end).isAfter(reached);
      reached = end;
    }
    assertThat(reached).isEqualTo(Instant.parse(job.path("finished_at").textValue()));
  }

  private static List<String> texts(JsonNode array, String field) {
    var texts = new ArrayList<String>();
    array.forEach(item -> texts.add(item.path(field).textValue()));
    return texts;
  }

  private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    return new ObjectMapper().readTree(response.body());
  }
}
