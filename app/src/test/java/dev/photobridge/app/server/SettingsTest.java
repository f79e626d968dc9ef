package dev.photobridge.app.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photobridge.app.testing.Contract;
import dev.photobridge.app.testing.DslrRequest;
import dev.photobridge.app.testing.FakeGemini;
import dev.photobridge.app.testing.Operator;
import dev.photobridge.app.testing.OwnPostgres;
import dev.photobridge.app.testing.Photos;
import dev.photobridge.app.testing.RunningServer;
import dev.photobridge.app.testing.TableDump;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// What operators change in settings, on the assembled server.
class SettingsTest {
  private static final String KEY = "entered-key-for-tests-1a2b";
  private static final String PASSWORD = "entered-password";
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private Path folder;
  @TempDir private Path databaseDir;
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final HttpClient client = HttpClient.newHttpClient();
  private FakeGemini gemini;
  private OwnPostgres postgres;

  @BeforeEach
  void startOthers() throws IOException {
    gemini = new FakeGemini();
    gemini.answers(FakeGemini.image(Photos.drawn(60, 40)));
    postgres = new OwnPostgres(databaseDir);
    logged.start();
    root.addAppender(logged);
  }

  @AfterEach
  void stopOthers() throws IOException {
    root.detachAppender(logged);
    client.close();
    postgres.close();
    gemini.close();
  }

  @Test
  void secretsAreNowhereInPlainAndOutliveARestart() throws Exception {
    Level before = ((Logger) LoggerFactory.getLogger("photobridge")).getLevel();
    ((Logger) LoggerFactory.getLogger("dev.photobridge")).setLevel(Level.DEBUG);
    ((Logger) LoggerFactory.getLogger("photobridge")).setLevel(Level.DEBUG);
    try (var server = started("a")) {
      Operator operator = Operator.signedIn(server, client);
      JsonNode set = changed(operator, "keys/gemini", "{\"key\":\"" + KEY + "\"}");
      assertThat(set.path("masked").textValue()).isEqualTo("••••1a2b");
      changed(operator, "ingest_password", "{\"password\":\"" + PASSWORD + "\"}");
      server.setUp(1, "gemini", "change_image", Map.of("prompt", "Make it a comic"));

      assertThat(photo(server, PASSWORD).statusCode()).isEqualTo(200);
      assertThat(photo(server, server.ingestPassword()).statusCode()).isEqualTo(401);
      assertThat(gemini.keysOfCalls()).containsExactly(KEY);
      assertThat(operator.post("/api/settings/keys/gemini/test", "").statusCode()).isEqualTo(200);
      assertThat(operator.get("/api/settings").body())
          .asString(UTF_8)
          .contains(PASSWORD)
          .doesNotContain(KEY);
    }
    try (var server = started("a")) {
      assertThat(photo(server, PASSWORD).statusCode()).isEqualTo(200);
      assertThat(gemini.keysOfCalls()).containsExactly(KEY, KEY);
      Operator operator = Operator.signedIn(server, client);
      assertThat(operator.getJson("/api/settings/audit").path("data").findValuesAsText("action"))
          .containsExactly("slot_saved", "ingest_password_changed", "provider_key_set");
    }
    ((Logger) LoggerFactory.getLogger("photobridge")).setLevel(before);
    ((Logger) LoggerFactory.getLogger("dev.photobridge")).setLevel(null);

    String dump = TableDump.of(postgres.url());
    assertThat(dump).contains("provider_key/gemini", "ingest_password");
    for (String secret : List.of(KEY, PASSWORD)) {
      assertThat(dump).doesNotContain(secret, HexFormat.of().formatHex(secret.getBytes(UTF_8)));
      assertThat(logged.list)
          .isNotEmpty()
          .noneMatch(line -> line.getFormattedMessage().contains(secret))
          .noneMatch(line -> String.valueOf(line.getThrowableProxy()).contains(secret));
    }
  }

  @Test
  void withANewSecretsFileTheServerStartsAndSaysWhatIsLost() throws Exception {
    try (var server = started("a")) {
      Operator operator = Operator.signedIn(server, client);
      changed(operator, "keys/gemini", "{\"key\":\"" + KEY + "\"}");
      changed(operator, "ingest_password", "{\"password\":\"" + PASSWORD + "\"}");
    }
    Files.delete(folder.resolve("secrets.json"));

    try (var server = started("a")) {
      Operator operator = Operator.signedIn(server, client);
      JsonNode settings = operator.getJson("/api/settings");
      assertThat(settings.path("ingest_password").textValue()).isEqualTo(server.ingestPassword());
      assertThat(settings.path("ingest_password_lost").booleanValue()).isTrue();
      assertThat(settings.at("/keys/0").toString())
          .contains("\"source\":\"configuration\"", "\"lost\":true");
      server.setUp(1, "gemini", "change_image", Map.of("prompt", "Make it a comic"));
      assertThat(photo(server, server.ingestPassword()).statusCode()).isEqualTo(200);
      assertThat(gemini.keysOfCalls()).containsExactly("configured-key");
      assertThat(logged.list)
          .extracting(ILoggingEvent::getFormattedMessage)
          .filteredOn(line -> line.contains("can't be decrypted"))
          .hasSize(2);

      changed(operator, "keys/gemini", "{\"key\":\"" + KEY + "\"}");
      assertThat(operator.getJson("/api/settings").at("/keys/0").toString())
          .contains("\"source\":\"settings\"")
          .doesNotContain("lost");
    }
  }

  @Test
  void whatIsChangedOnOneNodeHoldsOnTheOther() throws Exception {
    try (var here = started("a");
        var there = started("b")) {
      here.setUp(1, "gemini", "change_image", Map.of("prompt", "Make it a comic"));
      Operator operator = Operator.signedIn(here, client);
      assertThat(photo(there, there.ingestPassword()).statusCode()).isEqualTo(200);

      changed(operator, "ingest_password", "{\"password\":\"" + PASSWORD + "\"}");
      changed(operator, "keys/gemini", "{\"key\":\"" + KEY + "\"}");
      changed(operator, "sync_timeout", "{\"sync_timeout_sec\":35}");
      changed(operator, "cost_cap", "{\"per_day_usd\":0.5}");

      await().atMost(LONG).until(() -> photo(there, PASSWORD).statusCode() == 200);
      assertThat(photo(there, there.ingestPassword()).statusCode()).isEqualTo(401);
      await()
          .atMost(LONG)
          .until(
              () ->
                  photo(there, PASSWORD).statusCode() == 200
                      && gemini.keysOfCalls().getLast().equals(KEY));
      JsonNode seen = Operator.signedIn(there, client).getJson("/api/settings");
      assertThat(seen.path("sync_timeout_sec").intValue()).isEqualTo(35);
      assertThat(seen.path("cost_cap_per_day_usd").decimalValue()).isEqualByComparingTo("0.5");
      changed(operator, "cost_cap", "{\"per_day_usd\":0}");
      assertThat(photo(there, PASSWORD).statusCode()).as("the cap holds there").isEqualTo(503);
    }
  }

  @Test
  void anOutageOfTheDatabaseIsToldAndForgetsNothing() throws Exception {
    try (var server = started("a")) {
      server.setUp(1, "gemini", "change_image", Map.of("prompt", "Make it a comic"));
      Operator operator = Operator.signedIn(server, client);
      changed(operator, "ingest_password", "{\"password\":\"" + PASSWORD + "\"}");

      postgres.stop();

      for (HttpResponse<byte[]> refused :
          List.of(
              operator.get("/api/settings"),
              operator.put("/api/settings/cost_cap", "{\"per_day_usd\":1}"),
              operator.delete("/api/settings/media_cache"),
              photo(server, PASSWORD))) {
        assertThat(refused.statusCode()).isEqualTo(503);
        Contract.assertKeptBy(refused);
      }

      postgres.start();

      await().atMost(LONG).until(() -> photo(server, PASSWORD).statusCode() == 200);
      assertThat(operator.getJson("/api/settings/audit").path("data").findValuesAsText("action"))
          .containsExactly("ingest_password_changed", "slot_saved");
    }
  }

  @Test
  void clearedPhotosAreGoneAndABoothThatWaitsStillGetsItsOwn() throws Exception {
    try (var server = started("a")) {
      server.setUp(1, "gemini", "change_image", Map.of("prompt", "Make it a comic"));
      Operator operator = Operator.signedIn(server, client);
      HttpResponse<byte[]> earlier = photo(server, server.ingestPassword());
      String job = earlier.headers().firstValue("X-Photobridge-Job").orElseThrow();
      age();
      assertThat(operator.getJson("/api/settings").at("/media_cache/files").intValue())
          .isEqualTo(1);
      photo(server, server.ingestPassword());

      JsonNode cleared = json(operator.delete("/api/settings/media_cache"));

      assertThat(cleared.path("files").intValue()).isEqualTo(2);
      assertThat(operator.get("/api/jobs/" + job + "/result").statusCode()).isEqualTo(404);
      await().atMost(LONG).until(() -> filesOfResults() == 1);
      assertThat(operator.getJson("/api/settings").at("/media_cache/files").intValue())
          .as("the one a booth may still be fetching")
          .isEqualTo(1);
      assertThat(photo(server, server.ingestPassword()).statusCode()).isEqualTo(200);
    }
  }

  /// Makes all results two minutes older.
  private void age() throws Exception {
    try (var connection = java.sql.DriverManager.getConnection(postgres.url(), "postgres", "");
        var statement = connection.createStatement()) {
      statement.execute("UPDATE media_object SET created_at = created_at - interval '2 minutes'");
    }
  }

  private long filesOfResults() throws IOException {
    try (var files = Files.walk(folder.resolve("media").resolve("result"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  private RunningServer started(String node) {
    var keys = new HashMap<>(postgres.keys());
    keys.putAll(gemini.keys("configured-key"));
    keys.put("MEDIA_ROOT", folder.resolve("media").toString());
    keys.put("SECRETS_FILE", folder.resolve("secrets.json").toString());
    return RunningServer.start(folder.resolve(node), keys);
  }

  private HttpResponse<byte[]> photo(RunningServer server, String password)
      throws IOException, InterruptedException {
    return DslrRequest.of(Photos.recorded(), password).send(client, server.ingestLink(1));
  }

  private static JsonNode changed(Operator operator, String setting, String body)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response = operator.put("/api/settings/" + setting, body);
    assertThat(response.statusCode()).isEqualTo(200);
    Contract.assertKeptBy(response);
    return json(response);
  }

  private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    return new ObjectMapper().readTree(response.body());
  }
}
