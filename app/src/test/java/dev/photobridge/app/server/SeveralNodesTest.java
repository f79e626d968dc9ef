package dev.photobridge.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.photobridge.app.testing.Contract;
import dev.photobridge.app.testing.DslrRequest;
import dev.photobridge.app.testing.FakeGemini;
import dev.photobridge.app.testing.Installation;
import dev.photobridge.app.testing.Photos;
import dev.photobridge.app.testing.ServerNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Servers that are processes of their own over one PostgreSQL: photos are posted at one that
/// leaves the work to the others.
class SeveralNodesTest {
  private static final Duration A_LEASE_AND_A_LOOK = Duration.ofSeconds(30);

  @TempDir private static Path folder;
  private static FakeGemini gemini;
  private static Installation installation;
  private static ServerNode taker;
  private static HttpClient booth;

  @BeforeAll
  static void startTaker() throws IOException {
    gemini = new FakeGemini();
    installation = Installation.below(folder);
    taker = installation.startingTaker().awaitReady();
    booth = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stopTaker() throws IOException {
    booth.shutdownNow();
    taker.close();
    installation.close();
    gemini.close();
  }

  @AfterEach
  void everyRequestWasAllowed() {
    gemini.assertAllRequestsWereAllowed();
  }

  @Test
  void aPhotoPostedAtOneNodeIsProcessedByAnother() throws Exception {
    byte[] image = Photos.small("IMG_0003.JPG");
    gemini.answers(FakeGemini.image(image));
    try (ServerNode worker = starting("key-b").awaitReady()) {
      HttpResponse<byte[]> response = posted().join();

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEqualTo(image);
      Contract.assertKeptBy(response);
      assertThat(gemini.keysOfCalls()).containsExactly("key-b");
      assertThat(worker.stop()).isZero();
    }
  }

  @Test
  void whenANodeIsKilledAnotherRunsItsJobAndTheBoothDoesNotNotice() throws Exception {
    byte[] image = Photos.small("IMG_0003.JPG");
    gemini.hangsOnceThenAnswers(FakeGemini.image(image));
    try (ServerNode b = starting("key-b");
        ServerNode c = starting("key-c")) {
      b.awaitReady();
      c.awaitReady();
      CompletableFuture<HttpResponse<byte[]>> answer = posted();
      String first = calls(1).getFirst();

      (first.equals("key-b") ? b : c).kill();

      String second = calls(2).getLast();
      assertThat(second).isNotEqualTo(first);
      HttpResponse<byte[]> response = answer.join();
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEqualTo(image);
      assertThat(attempts()).containsExactly("UNKNOWN", "DELIVERED");
      assertThat(gemini.calls()).isEqualTo(2);
    }
  }

  @Test
  void aNodeThatIsStoppedHandsItsJobBackAndAnotherFinishesIt() throws Exception {
    byte[] image = Photos.small("IMG_0003.JPG");
    gemini.hangsOnceThenAnswers(FakeGemini.image(image));
    try (ServerNode leaving = starting("key-b", Map.of("T_SYNC_RESPONSE_SEC", "1")).awaitReady()) {
      CompletableFuture<HttpResponse<byte[]>> answer = posted();
      assertThat(calls(1)).containsExactly("key-b");
      try (ServerNode staying = starting("key-c").awaitReady()) {
        assertThat(leaving.stop()).isZero();
        assertThat(attempts()).as("handed back, not left to its lease").startsWith("UNKNOWN");

        assertThat(calls(2)).containsExactly("key-b", "key-c");
        HttpResponse<byte[]> response = answer.join();
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(image);
        assertThat(attempts()).containsExactly("UNKNOWN", "DELIVERED");
        assertThat(staying.stop()).isZero();
      }
    }
  }

  private static ServerNode starting(String apiKey) throws IOException {
    return starting(apiKey, Map.of());
  }

  private static ServerNode starting(String apiKey, Map<String, String> more) throws IOException {
    var keys = new HashMap<>(gemini.keys(apiKey));
    keys.putAll(more);
    return installation.startingWorker(keys);
  }

  private static CompletableFuture<HttpResponse<byte[]>> posted() throws IOException {
    return booth.sendAsync(
        DslrRequest.of(Photos.recorded(), installation.ingestPassword())
            .request(taker.ingestLink(1)),
        BodyHandlers.ofByteArray());
  }

  /// The keys of the calls that came, once there are so many.
  private static List<String> calls(int count) {
    await().atMost(A_LEASE_AND_A_LOOK).until(() -> gemini.calls() >= count);
    return gemini.keysOfCalls();
  }

  /// What is recorded of the latest job's attempts.
  private static List<String> attempts() {
    return installation
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT COALESCE(outcome, 'RUNNING') FROM attempt
                        WHERE job_id = (SELECT id FROM job ORDER BY received_at DESC LIMIT 1)
                        ORDER BY number
                        """)
                    .mapTo(String.class)
                    .list());
  }
}
