package dev.photobridge.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.github.tomakehurst.wiremock.client.WireMock;
import dev.photobridge.app.testing.DslrRequest;
import dev.photobridge.app.testing.FakeGemini;
import dev.photobridge.app.testing.Operator;
import dev.photobridge.app.testing.Photos;
import dev.photobridge.app.testing.RunningServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// The log of a whole run, in all detail, and what must not be in it.
class LogSecretsTest {
  private static final String KEY = "the-key-of-the-provider-0123456789";
  private static final String METRICS_TOKEN = "the-token-of-the-metrics-0123456789";
  private static final String GUEST = "ШепотГостя";
  private static final String WRONG = "a-password-somebody-guessed";
  private static final List<String> OURS = List.of("dev.photobridge", "photobridge");

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final OutputStreamAppender<ILoggingEvent> output = new OutputStreamAppender<>();

  @TempDir private Path dataDir;

  @BeforeEach
  void writeDownEverything() {
    var logging = (LoggerContext) LoggerFactory.getILoggerFactory();
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(logging);
    encoder.setPattern("%level %logger %msg %mdc %ex%n");
    encoder.start();
    output.setContext(logging);
    output.setEncoder(encoder);
    output.setOutputStream(written);
    output.start();
    for (String name : OURS) {
      Logger logger = logging.getLogger(name);
      logger.setLevel(Level.DEBUG);
      logger.setAdditive(false);
      logger.addAppender(output);
    }
  }

  @AfterEach
  void stopWriting() {
    var logging = (LoggerContext) LoggerFactory.getILoggerFactory();
    for (String name : OURS) {
      Logger logger = logging.getLogger(name);
      logger.detachAppender(output);
      logger.setLevel(null);
      logger.setAdditive(true);
    }
  }

  @Test
  void noPasswordKeyTokenPhotoOrWordOfAGuestIsInIt() throws IOException, InterruptedException {
    var secrets = new HashMap<String, String>();
    try (var gemini = new FakeGemini();
        var client = HttpClient.newHttpClient()) {
      gemini.answers(
          WireMock.aResponse().withStatus(400).withBody("{\"error\":{\"message\":\"no\"}}"));
      var keys = new HashMap<>(gemini.keys(KEY));
      keys.put("METRICS_TOKEN", METRICS_TOKEN);
      try (var server = RunningServer.start(dataDir, keys)) {
        var credentials = server.server().credentials();
        credentials.passwords().forEach((name, word) -> secrets.put(name.value(), word));
        secrets.put("ingest", credentials.ingestPassword());
        secrets.put("jwt", credentials.jwtSecret());
        secrets.put("vault", credentials.vaultKey());
        secrets.put("token", use(server, client));
      }
    }

    String log = written.toString(StandardCharsets.UTF_8);
    assertThat(log)
        .contains("ingest slot-001: 200 ok", "ingest slot-002: ", "ingest_password_wrong")
        .contains("POST /api/login: 200 ok", "POST /api/login: 401", "PUT /api/slots/{slot_id}: ")
        .contains(", by ");
    secrets.put("provider", KEY);
    secrets.put("metrics", METRICS_TOKEN);
    secrets.put("wrong password", WRONG);
    secrets.put("guest", GUEST);
    secrets.put("photo", "JFIF");
    secrets.put("address", "127.0.0.1:");
    secrets.forEach((name, secret) -> assertThat(log).as(name).doesNotContain(secret));
  }

  /// Does what operators and booths do, rightly and wrongly.
  ///
  /// @return the operator's token
  private static String use(RunningServer server, HttpClient client)
      throws IOException, InterruptedException {
    var operator = Operator.signedIn(server, client);
    server.setUp(1, "local", "change_image", Map.of("effect", "sepia"));
    server.setUp(2, "gemini", "change_image", Map.of("prompt", "for {name}, said " + GUEST));
    operator.put(
        "/api/slots/slot-003",
        """
        {"name": "%s", "provider_id": "local", "operation_id": "change_image",
         "settings_json": {"effect": "sepia"}}
        """
            .formatted(GUEST));
    String words = "?name=" + GUEST.length() + "&guest=" + WRONG;
    for (int slot = 1; slot <= 2; slot++) {
      URI link = URI.create(server.ingestLink(slot) + words);
      DslrRequest.of(Photos.recorded(), server.ingestPassword()).send(client, link);
      DslrRequest.of(Photos.recorded(), WRONG).send(client, link);
    }
    DslrRequest.of(Photos.small("truncated-60pct.jpg"), server.ingestPassword())
        .send(client, server.ingestLink(1));
    signInWrongly(server, client);
    operator.get("/metrics");
    operator.post("/api/prompts/rewrite", "{\"prompt\": \"" + GUEST + "\"}");
    operator.put("/api/slots/slot-001", "{\"name\": \"" + GUEST + "\"}");
    return operator.token();
  }

  private static void signInWrongly(RunningServer server, HttpClient client)
      throws IOException, InterruptedException {
    String body = "{\"username\": \"%s\", \"password\": \"%s\"}".formatted("serg", WRONG);
    var request =
        HttpRequest.newBuilder(server.uri("/api/login?password=" + WRONG))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(401);
  }
}
