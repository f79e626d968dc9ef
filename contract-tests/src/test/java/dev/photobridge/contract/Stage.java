package dev.photobridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.link.SignedCallbackAddresses;
import dev.photobridge.adapter.provider.testing.FakeDeepSeek;
import dev.photobridge.app.testing.DslrRequest;
import dev.photobridge.app.testing.HeldGemini;
import dev.photobridge.app.testing.OwnPostgres;
import dev.photobridge.app.testing.Photos;
import dev.photobridge.app.testing.RunningServer;
import dev.photobridge.domain.job.JobId;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// The assembled server, a Gemini that keeps every call waiting, a DeepSeek, and a PostgreSQL that
/// may be broken.
final class Stage implements AutoCloseable {
  static final String METRICS_TOKEN = "the-token-of-a-monitor";
  static final String UNKNOWN_ID = "00000000-0000-4000-8000-000000000000";

  /// A slot that the server itself serves, one that waits for Gemini, one that lacks its key, a
  /// free one.
  static final String LOCAL = "slot-001";

  static final String HELD = "slot-002";
  static final String KEYLESS = "slot-003";
  static final String FREE = "slot-040";

  final Documented documented = new Documented();
  final Map<String, Set<Integer>> seen = new TreeMap<>();
  final HttpClient client = HttpClient.newHttpClient();
  final byte[] photo = Photos.recorded();
  final HeldGemini gemini = new HeldGemini(photo);
  final FakeDeepSeek deepSeek = new FakeDeepSeek();
  final OwnPostgres postgres;
  final RunningServer server;

  Stage(Path folder) throws IOException {
    postgres = new OwnPostgres(folder.resolve("postgres"));
    var keys = new HashMap<>(postgres.keys());
    keys.putAll(gemini.keys());
    keys.put("DEEPSEEK_API_KEY", FakeDeepSeek.KEY);
    keys.put("DEEPSEEK_BASE_URL", deepSeek.address().toString());
    keys.put("T_SYNC_RESPONSE_SEC", "4");
    keys.put("METRICS_TOKEN", METRICS_TOKEN);
    server = RunningServer.start(folder.resolve("server"), keys);
    server.setUp(1, "local", "change_image", Map.of("effect", "sepia"));
    server.setUp(2, "gemini", "change_image", Map.of("prompt", "Make it a comic"));
    server.setUp(3, "openai", "change_image", Map.of("prompt", "Make it a comic"));
  }

  /// Nobody in particular.
  Caller anybody() {
    return new Caller(client, server::uri, List.of(), documented, seen);
  }

  /// The first account's operator, newly signed in.
  Caller operator() {
    return operator(login());
  }

  /// The second account's operator, newly signed in.
  Caller otherOperator() {
    return operator(login(1));
  }

  private Caller operator(String login) {
    String token = anybody().post(200, "/api/login", login).text("/access_token");
    return anybody().with("Authorization", "Bearer " + token);
  }

  /// The body with which the first account signs in.
  String login() {
    return login(0);
  }

  private String login(int number) {
    var account = List.copyOf(server.server().credentials().passwords().entrySet()).get(number);
    return "{\"username\":\"%s\",\"password\":\"%s\"}"
        .formatted(account.getKey(), account.getValue());
  }

  /// A booth's form with this photo.
  Body form(byte[] photo) {
    return form(photo, server.ingestPassword());
  }

  /// A booth's form with this photo and password.
  static Body form(byte[] photo, String password) {
    return new Body(DslrRequest.contentType(), DslrRequest.of(photo, password).body());
  }

  /// The job of a photo that was processed.
  String endedJob() {
    return anybody().call(200, "POST", "/ingest/" + LOCAL, form(photo)).header("X-Photobridge-Job");
  }

  /// The job of a photo that is still being processed.
  String openJob() {
    return anybody()
        .call(504, "POST", "/ingest/" + HELD, form(photo))
        .text("/error/details/job_id");
  }

  /// Changes the database behind the server's back.
  void sql(String statement) {
    try (Connection connection = connection();
        Statement change = connection.createStatement()) {
      change.execute(statement);
    } catch (SQLException e) {
      throw new AssertionError(statement, e);
    }
  }

  /// A connection of one's own.
  Connection connection() throws SQLException {
    return DriverManager.getConnection(postgres.url(), "postgres", "");
  }

  /// The signature in the address of a job's webhook.
  String signature(String job) {
    String address =
        new SignedCallbackAddresses(server.uri(""), server.server().credentials().jwtSecret())
            .of(new JobId(UUID.fromString(job)));
    return address.substring(address.lastIndexOf('/') + 1);
  }

  /// Lets the source photo of a job go at once.
  void forgetSource(String job) {
    sql(
        "UPDATE media_object SET expires_at = created_at WHERE id ="
            + " (SELECT source_media_id FROM job WHERE id = '"
            + job
            + "')");
  }

  /// Uploads an image.
  String uploaded(Caller operator) {
    String id =
        operator.call(201, "POST", "/api/media/register", Body.file("file", photo)).text("/id");
    assertThat(id).isNotEmpty();
    return id;
  }

  @Override
  public void close() throws IOException {
    gemini.close();
    server.close();
    deepSeek.close();
    postgres.close();
  }
}
