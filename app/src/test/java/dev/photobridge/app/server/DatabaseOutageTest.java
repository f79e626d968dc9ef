package dev.photobridge.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photobridge.app.testing.Contract;
import dev.photobridge.app.testing.DslrRequest;
import dev.photobridge.app.testing.HeldGemini;
import dev.photobridge.app.testing.Operator;
import dev.photobridge.app.testing.OwnPostgres;
import dev.photobridge.app.testing.Photos;
import dev.photobridge.app.testing.RunningServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What booths and operators see when PostgreSQL is restarted under load.
class DatabaseOutageTest {
  private static final int ACCEPTED = 30;
  private static final int AT_ONCE = 10;
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir private Path dataDir;
  @TempDir private Path databaseDir;

  @Test
  void noAcceptedPhotoIsLostOrPaidTwiceAndOthersAreToldToComeAgain()
      throws IOException, InterruptedException, ExecutionException, SQLException {
    byte[] photo = Photos.recorded();
    try (var postgres = new OwnPostgres(databaseDir);
        var gemini = new HeldGemini(photo);
        var server = started(postgres, gemini);
        var client = HttpClient.newHttpClient();
        var booths = Executors.newVirtualThreadPerTaskExecutor()) {
      var operator = Operator.signedIn(server, client);
      Callable<HttpResponse<byte[]>> booth =
          () -> DslrRequest.of(photo, server.ingestPassword()).send(client, server.ingestLink(1));
      List<Future<HttpResponse<byte[]>>> accepted = sent(ACCEPTED, booth, booths);
      await()
          .atMost(LONG)
          .until(() -> gemini.calls() == AT_ONCE && count(postgres, "job") == ACCEPTED);

      postgres.stop();

      for (var refused : sent(5, booth, booths)) {
        assertToldToComeAgain(refused.get());
      }
      assertToldToComeAgain(operator.get("/api/slots"));
      assertShowsTheOutage(operator.get("/health/ready"));
      // what is paid for comes while there is nothing to record it in
      gemini.letGo();
      assertToldToComeAgain(booths.submit(booth).get());
      assertThat(accepted).noneMatch(Future::isDone);

      postgres.start();

      for (var answer : accepted) {
        assertThat(answer.get().statusCode()).isEqualTo(200);
        assertThat(answer.get().body()).isEqualTo(photo);
      }
      assertThat(gemini.calls()).isEqualTo(ACCEPTED);
      assertThat(count(postgres, "job WHERE state = 'SUCCEEDED'")).isEqualTo(ACCEPTED);
      assertThat(booths.submit(booth).get().statusCode()).isEqualTo(200);
      assertThat(operator.get("/api/slots").statusCode()).isEqualTo(200);
      assertThat(operator.get("/health/ready").statusCode()).isEqualTo(200);
    }
  }

  private RunningServer started(OwnPostgres postgres, HeldGemini gemini) {
    var keys = new HashMap<>(postgres.keys());
    keys.putAll(gemini.keys());
    keys.put("MAX_PARALLEL_JOBS", Integer.toString(AT_ONCE));
    keys.put("T_SYNC_RESPONSE_SEC", "300");
    RunningServer server = RunningServer.start(dataDir, keys);
    server.setUp(1, "gemini", "change_image", Map.of("prompt", "Make it a comic"));
    return server;
  }

  private static List<Future<HttpResponse<byte[]>>> sent(
      int photos, Callable<HttpResponse<byte[]>> booth, ExecutorService booths) {
    var answers = new ArrayList<Future<HttpResponse<byte[]>>>();
    IntStream.range(0, photos).forEach(_ -> answers.add(booths.submit(booth)));
    return answers;
  }

  private static void assertToldToComeAgain(HttpResponse<byte[]> response) throws IOException {
    assertThat(response.statusCode()).isEqualTo(503);
    Contract.assertKeptBy(response);
    assertThat(response.headers().firstValue("Retry-After")).contains("5");
    assertThat(json(response).at("/error/code").textValue()).isEqualTo("storage_unavailable");
  }

  private static void assertShowsTheOutage(HttpResponse<byte[]> ready) throws IOException {
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(json(ready).path("checks"))
        .anySatisfy(
            check -> {
              assertThat(check.path("name").textValue()).isEqualTo("database");
              assertThat(check.path("message").textValue()).contains("can't be reached");
            });
  }

  private static int count(OwnPostgres postgres, String rows) throws SQLException {
    try (Connection connection = DriverManager.getConnection(postgres.url(), "postgres", "");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT count(*) FROM " + rows)) {
      result.next();
      return result.getInt(1);
    }
  }

  private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    return new ObjectMapper().readTree(response.body());
  }
}
