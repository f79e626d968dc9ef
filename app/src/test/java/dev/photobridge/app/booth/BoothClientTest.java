package dev.photobridge.app.booth;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the booth makes of an answer.
class BoothClientTest {
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
  void aProcessedPhotoIsNoSubstitute() throws IOException, InterruptedException {
    headers = Map.of("X-Photobridge-Reply", "processed");

    assertThat(posted().substitution()).isNull();
  }

  @Test
  void saysWhichPhotoCameInsteadAndWhy() throws IOException, InterruptedException {
    headers =
        Map.of("X-Photobridge-Reply", "original_photo", "X-Photobridge-Failure", "deadline_passed");

    assertThat(posted().substitution())
        .hasToString("the original photo in place of a processed photo (deadline_passed)");
  }

  private BoothReply.Photo posted() throws IOException, InterruptedException {
    Path photo = Files.writeString(dir.resolve("photo.jpg"), "photo");
    var link = URI.create("http://localhost:" + server.getAddress().getPort() + "/ingest/slot-001");
    try (var booth = new BoothClient(Duration.ofSeconds(30))) {
      BoothReply reply =
          booth.post(
              link, BoothPhoto.of(photo, "password", "booth", Instant.EPOCH), dir.resolve("saved"));
      assertThat(reply).isInstanceOf(BoothReply.Photo.class);
      return (BoothReply.Photo) reply;
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
