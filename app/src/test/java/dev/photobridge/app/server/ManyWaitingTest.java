package dev.photobridge.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.photobridge.app.testing.DslrRequest;
import dev.photobridge.app.testing.HeldGemini;
import dev.photobridge.app.testing.Photos;
import dev.photobridge.app.testing.RunningServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyWaitingTest {
  private static final int BOOTHS = 1_000;

  @TempDir private Path dataDir;

  @Test
  void aThousandWaitingBoothsLeaveTheServerAliveAndAllGetTheirPhoto()
      throws IOException, InterruptedException, ExecutionException {
    byte[] photo = Photos.recorded();
    try (var gemini = new HeldGemini(photo);
        var server = RunningServer.start(dataDir, keys(gemini));
        var client = HttpClient.newHttpClient();
        var booths = Executors.newVirtualThreadPerTaskExecutor()) {
      server.setUp(1, "gemini", "change_image", Map.of("prompt", "Make it a comic"));
      DslrRequest request = DslrRequest.of(photo, server.ingestPassword());
      // the client's patience for `100 Continue` is a second; one that comes later is to it an
      // answer
      var post =
          HttpRequest.newBuilder(request.request(server.ingestLink(1)), (_, _) -> true)
              .expectContinue(false)
              .build();
      Callable<HttpResponse<byte[]>> booth = () -> client.send(post, BodyHandlers.ofByteArray());
      var answers = new ArrayList<Future<HttpResponse<byte[]>>>();
      for (int i = 0; i < BOOTHS; i++) {
        answers.add(booths.submit(booth));
      }
      await("all calls are under way")
          .atMost(Duration.ofMinutes(4))
          .until(() -> gemini.calls() == BOOTHS);

      var health = HttpRequest.newBuilder(server.uri("/health/ready")).build();
      assertThat(client.send(health, BodyHandlers.ofByteArray()).statusCode()).isEqualTo(200);

      gemini.letGo();
      for (var answer : answers) {
        assertThat(answer.get().statusCode()).isEqualTo(200);
        assertThat(answer.get().body()).isEqualTo(photo);
      }
    }
  }

  private static Map<String, String> keys(HeldGemini gemini) {
    var keys = new HashMap<>(gemini.keys());
    keys.put("MAX_PARALLEL_JOBS", Integer.toString(BOOTHS));
    keys.put("T_SYNC_RESPONSE_SEC", "300");
    return keys;
  }
}
