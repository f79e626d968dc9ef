package dev.photobridge.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.photobridge.app.testing.DslrRequest;
import dev.photobridge.app.testing.Photos;
import dev.photobridge.app.testing.RunningServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyWaitingTest {
  private static final int BOOTHS = 1_000;

  @TempDir private Path dataDir;

  @Test
  void aThousandWaitingBoothsLeaveTheServerAliveAndAllGetTheirPhoto()
      throws IOException, InterruptedException, ExecutionException {
    byte[] photo = Photos.recorded();
    var allArrived = new CountDownLatch(BOOTHS);
    var go = new CountDownLatch(1);
    HttpServer gemini = gemini(photo, allArrived, go);
    try (var server =
            RunningServer.start(
                dataDir,
                Map.of(
                    "GEMINI_API_KEY",
                    "key-for-tests",
                    "GEMINI_BASE_URL",
                    "http://127.0.0.1:" + gemini.getAddress().getPort(),
                    "MAX_PARALLEL_JOBS",
                    Integer.toString(BOOTHS),
                    "T_SYNC_RESPONSE_SEC",
                    "300"));
        var client = HttpClient.newHttpClient();
        var booths = Executors.newVirtualThreadPerTaskExecutor()) {
      server.setUp(1, "gemini", "change_image", Map.of("prompt", "Make it a comic"));
      DslrRequest request = DslrRequest.of(photo, server.ingestPassword());
      Callable<HttpResponse<byte[]>> booth = () -> request.send(client, server.ingestLink(1));
      var answers = new ArrayList<Future<HttpResponse<byte[]>>>();
      for (int i = 0; i < BOOTHS; i++) {
        answers.add(booths.submit(booth));
      }
      assertThat(allArrived.await(4, TimeUnit.MINUTES)).as("all calls are under way").isTrue();

      var health = HttpRequest.newBuilder(server.uri("/health/ready")).build();
      assertThat(client.send(health, BodyHandlers.ofByteArray()).statusCode()).isEqualTo(200);

      go.countDown();
      for (var answer : answers) {
        assertThat(answer.get().statusCode()).isEqualTo(200);
        assertThat(answer.get().body()).isEqualTo(photo);
      }
    } finally {
      gemini.stop(0);
    }
  }

  private static HttpServer gemini(byte[] image, CountDownLatch arrived, CountDownLatch go)
      throws IOException {
    byte[] answer =
        """
        {"candidates":[{"finishReason":"STOP","content":{"parts":[
          {"inlineData":{"mimeType":"image/jpeg","data":"%s"}}]}}]}
        """
            .formatted(Base64.getEncoder().encodeToString(image))
            .getBytes(StandardCharsets.UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BOOTHS);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
          arrived.countDown();
          try {
            go.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, answer.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(answer);
          }
        });
    server.start();
    return server;
  }
}
