package dev.photobridge.benchmark.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FakeGeminiTest {
  private static final byte[] IMAGE = {1, 2, 3};
  private static final String CALL = "/v1beta/models/any:generateContent";

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private FakeGemini fake;

  @BeforeEach
  void start() throws IOException {
    fake = new FakeGemini(0, Duration.ZERO, IMAGE);
    thread.execute(
        () -> {
          try {
            fake.run();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
    thread.close();
  }

  @Test
  void answersEveryCallWithTheImage() throws Exception {
    assertThat(post(CALL, BodyPublishers.ofByteArray(new byte[500_000]), false).body())
        .isEqualTo(GeminiJson.answer(IMAGE));
    assertThat(new String(GeminiJson.answer(IMAGE), StandardCharsets.US_ASCII))
        .contains("\"data\":\"AQID\"");
  }

  @Test
  void takesBodiesInChunksAndClientsThatAwaitContinue() throws Exception {
    BodyPublisher chunks = BodyPublishers.ofInputStream(() -> InputStream.nullInputStream());
    assertThat(post(CALL, chunks, true).statusCode()).isEqualTo(200);
    BodyPublisher unknownLength =
        BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[300_000]));
    assertThat(post(CALL, unknownLength, false).statusCode()).isEqualTo(200);
    assertThat(
            new String(
                post("/calls", BodyPublishers.noBody(), false).body(), StandardCharsets.US_ASCII))
        .isEqualTo("2");
  }

  @Test
  void endsTheConnectionWhereTheClientWantsThat() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), fake.port())) {
      socket
          .getOutputStream()
          .write(
              "POST /x HTTP/1.0\r\nContent-Length: 2\r\n\r\nab"
                  .getBytes(StandardCharsets.US_ASCII));
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

      assertThat(all).startsWith("HTTP/1.1 200 OK").contains("Connection: close");
    }
  }

  private HttpResponse<byte[]> post(String path, BodyPublisher body, boolean expectContinue)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + fake.port() + path))
              .expectContinue(expectContinue)
              .POST(body)
              .build(),
          BodyHandlers.ofByteArray());
    }
  }
}
