package dev.photobridge.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photobridge.adapter.persistence.Database;
import dev.photobridge.adapter.persistence.DatabaseOpening;
import dev.photobridge.adapter.persistence.DatabaseSettings;
import dev.photobridge.app.database.EmbeddedDatabase;
import dev.photobridge.app.testing.Contract;
import dev.photobridge.app.testing.FakeGemini;
import dev.photobridge.app.testing.LiveEvents;
import dev.photobridge.app.testing.Operator;
import dev.photobridge.app.testing.Photos;
import dev.photobridge.app.testing.RunningServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An operator tries a slot out, on the assembled server.
class TestedSlotTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COMIC =
      """
      {"provider_id": "gemini", "operation_id": "change_image",
       "settings_json": {"prompt": "Make {survey1|a guest} a comic"}}
      """;

  @TempDir private static Path folder;
  private static EmbeddedDatabase postgres;
  private static FakeGemini gemini;
  private static RunningServer server;
  private static HttpClient client;
  private static Operator operator;

  @BeforeAll
  static void start() throws Exception {
    postgres = EmbeddedDatabase.start(folder.resolve("postgres"));
    gemini = new FakeGemini();
    var keys = new HashMap<>(gemini.keys());
    keys.put("DATABASE_URL", postgres.jdbcUrl());
    keys.put("DATABASE_USER", postgres.user());
    keys.put("DATABASE_PASSWORD", postgres.password());
    server = RunningServer.start(folder.resolve("data"), keys);
    client = HttpClient.newHttpClient();
    operator = Operator.signedIn(server, client);
  }

  @AfterAll
  static void stop() throws IOException {
    client.shutdownNow();
    server.close();
    gemini.close();
    postgres.close();
  }

  private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    return JSON.readTree(response.body());
  }

  private static HttpResponse<byte[]> test(String photo, String setup) throws Exception {
    HttpResponse<byte[]> response =
        operator.post(
            "/api/slots/slot-001/test",
            "{\"photo_media_id\":\"%s\",\"setup\":%s,\"fields\":{\"survey1\":\"a cat\"}}"
                .formatted(photo, setup));
    Contract.assertKeptBy(response);
    return response;
  }

  @Test
  void unsavedSettingsAreRunAndTheirResultComesWithItsPriceAndTime() throws Exception {
    gemini.answers(FakeGemini.image(Photos.small("IMG_0003.JPG")));
    String photo = operator.register(Photos.recorded());

    HttpResponse<byte[]> response = test(photo, COMIC);

    assertThat(response.statusCode()).isEqualTo(202);
    String id = json(response).path("id").asText();
    JsonNode ended = ended(id);
    assertThat(ended.path("state").asText()).isEqualTo("SUCCEEDED");
    assertThat(ended.path("origin").asText()).isEqualTo("test");
    assertThat(ended.path("cost_usd").asDouble()).isPositive();
    assertThat(Instant.parse(ended.path("finished_at").asText()))
        .isAfter(Instant.parse(ended.path("received_at").asText()));
    assertThat(gemini.latestBody().toString()).contains("a cat").contains("comic");
    byte[] result = operator.get("/api/jobs/" + id + "/result").body();
    assertThat(ImageIO.read(new ByteArrayInputStream(result))).isNotNull();
    assertThat(operator.getJson("/api/slots/slot-001").path("is_configured").asBoolean())
        .as("saved")
        .isFalse();
    assertThat(rowsOf(id)).containsExactly("OPERATOR SUCCESS true");
  }

  private static JsonNode ended(String job) throws Exception {
    try (LiveEvents events = operator.events("/api/jobs/" + job + "/events")) {
      LiveEvents.Event last = events.next("job");
      LiveEvents.Event next = events.next();
      while (next.name().equals("job")) {
        last = next;
        next = events.next();
      }
      assertThat(next.name()).isEqualTo("end");
      return last.data();
    }
  }

  /// What the processing log says of a job: whose it was, how it ended, whether it cost something.
  private static List<String> rowsOf(String job) {
    var settings = new DatabaseSettings(postgres.jdbcUrl(), postgres.user(), postgres.password());
    var opening = (DatabaseOpening.Opened) Database.open(settings);
    try (Database database = opening.database()) {
      return database
          .jdbi()
          .withHandle(
              handle ->
                  handle
                      .createQuery(
                          """
                          SELECT origin || ' ' || status || ' ' || (cost > 0)
                          FROM processing_log WHERE job_id = CAST(:job AS uuid)
                          """)
                      .bind("job", job)
                      .mapTo(String.class)
                      .list());
    }
  }

  @Test
  void unsavedSettingsThatAreWrongAreRefusedByTheNameOfTheField() throws Exception {
    String photo = operator.register(Photos.recorded());

    HttpResponse<byte[]> response =
        test(photo, COMIC.replace("Make {survey1|a guest} a comic", ""));

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(json(response).at("/error/code").asText()).isEqualTo("settings_invalid");
    assertThat(json(response).at("/error/details/field").asText())
        .isEqualTo("/setup/settings_json/prompt");
  }

  @Test
  void whatIsNoUploadIsRefused() throws Exception {
    HttpResponse<byte[]> response = test("0a403f97-312f-4fc5-9f01-7de121c9a9d7", COMIC);

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(json(response).at("/error/details/field").asText()).isEqualTo("/photo_media_id");
  }

  @Test
  void theSlotOfTheOtherAccountWithTheSameIdIsAnotherOne() throws Exception {
    server.setUp(2, "local", "change_image", Map.of("effect", "black_and_white"));
    String body = "{\"photo_media_id\":\"%s\"}".formatted(operator.register(Photos.recorded()));

    HttpResponse<byte[]> own = operator.post("/api/slots/slot-002/test", body);
    HttpResponse<byte[]> others =
        Operator.ofSecondAccount(server, client).post("/api/slots/slot-002/test", body);

    assertThat(own.statusCode()).isEqualTo(202);
    assertThat(ended(json(own).path("id").asText()).path("state").asText()).isEqualTo("SUCCEEDED");
    assertThat(others.statusCode()).isEqualTo(409);
    assertThat(json(others).at("/error/code").asText()).isEqualTo("slot_not_configured");
    assertThat(
            Operator.ofSecondAccount(server, client)
                .get("/api/jobs/" + json(own).path("id").asText())
                .statusCode())
        .isEqualTo(404);
  }
}
