package dev.photobridge.app.booth;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the booth makes of an answer.
class BoothClientTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String END_OF_FORM = "--\r\n";

  @TempDir private Path dir;
  private HttpServer server;
  private volatile Map<String, String> headers = Map.of();

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  @Test
  void aProcessedPhotoIsNoSubstitute() throws IOException {
    headers = Map.of("X-Photobridge-Reply", "processed");

    assertThat(posted().substitution()).isNull();
  }

  @Test
  void saysWhichPhotoCameInsteadAndWhy() throws IOException {
    headers =
        Map.of("X-Photobridge-Reply", "original_photo", "X-Photobridge-Failure", "deadline_passed");

    assertThat(posted().substitution())
        .hasToString("the original photo in place of a processed photo (deadline_passed)");
  }

  @Test
  void aPhotoThatIsAskedForTooLateIsAnsweredAllTheSame() throws Exception {
    try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var request = new CompletableFuture<String>();
      Thread.startVirtualThread(() -> askLate(busy, request));

      BoothReply reply = posted(busy.getLocalPort(), Duration.ofMillis(50));

      assertThat(request.join()).contains("Expect: 100-continue").endsWith(END_OF_FORM);
      assertThat(reply).isEqualTo(new BoothReply.Refused(503, "busy"));
    }
  }

  /// Says `100 Continue` when the whole form is there.
  private static void askLate(ServerSocket busy, CompletableFuture<String> request) {
    try (Socket booth = busy.accept()) {
      var said = new StringBuilder();
      while (said.indexOf(END_OF_FORM) < 0) {
        said.append((char) booth.getInputStream().read());
      }
      request.complete(said.toString());
      booth
          .getOutputStream()
          .write(
              "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 503 Busy\r\nContent-Length: 4\r\n\r\nbusy"
                  .getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      request.completeExceptionally(e);
    }
  }

  private BoothReply.Photo posted() throws IOException {
    BoothReply reply = posted(server.getAddress().getPort(), PATIENCE);
    assertThat(reply).isInstanceOf(BoothReply.Photo.class);
    return (BoothReply.Photo) reply;
  }

  private BoothReply posted(int port, Duration toBeAsked) throws IOException {
    Path photo = Files.writeString(dir.resolve("photo.jpg"), "photo");
    var link = URI.create("http://localhost:" + port + "/ingest/slot-001");
    try (var booth = new BoothClient(PATIENCE, toBeAsked)) {
      return booth.post(
          link, BoothPhoto.of(photo, "password", "booth", Instant.EPOCH), dir.resolve("saved"));
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
      headers.forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(200, 5);
      exchange.getResponseBody().write(new byte[5]);
    }
  }
}
