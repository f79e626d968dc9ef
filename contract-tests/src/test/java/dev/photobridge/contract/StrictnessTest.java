package dev.photobridge.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.photobridge.app.testing.Contract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What holds answers against the contract sees what is not in it.
class StrictnessTest {
  private static final String LIVE = "/health/live";

  @Test
  void lettingAGoodAnswerPass() {
    assertThatCode(() -> Contract.assertKeptBy(answer(200, "{\"status\":\"live\"}")))
        .doesNotThrowAnyException();
  }

  @Test
  void anUndocumentedFieldIsSeen() {
    refuses(200, "{\"status\":\"live\",\"since\":\"yesterday\"}", "since");
  }

  @Test
  void anUndocumentedStatusIsSeen() {
    refuses(418, "{\"status\":\"live\"}", "418");
  }

  @Test
  void aMissingFieldIsSeen() {
    refuses(200, "{}", "status");
  }

  @Test
  void aValueThatIsNoneOfTheContractIsSeen() {
    refuses(200, "{\"status\":\"undead\"}", "enumeration");
  }

  private static void refuses(int status, String body, String about) {
    assertThatThrownBy(() -> Contract.assertKeptBy(answer(status, body)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(about);
  }

  /// An answer to a request for [#LIVE].
  private static HttpResponse<byte[]> answer(int status, String body)
      throws IOException, InterruptedException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + LIVE);
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
    } finally {
      server.stop(0);
    }
  }
}
