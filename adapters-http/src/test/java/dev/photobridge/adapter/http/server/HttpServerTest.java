package dev.photobridge.adapter.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.openapi.api.HealthApi;
import dev.photobridge.openapi.model.LivenessDto;
import dev.photobridge.openapi.model.ReadinessDto;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {
  private final ScriptedHealth health = new ScriptedHealth();
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start(TestHandlers.of(health));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void answersWhatAHandlerReturns() throws IOException {
    try (RawClient client = server.connect()) {
      RawResponse response = client.request("GET", "/health/live");
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.json().at("/status").asText()).isEqualTo("live");
    }
  }

  @Test
  void answersWithTheStatusThatAHandlerSets() throws IOException {
    try (RawClient client = server.connect()) {
      assertThat(client.request("GET", "/health/ready").status()).isEqualTo(503);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health/live", "/nowhere", "/ingest/slot-001"})
  void protectsEveryAnswerWithHeaders(String path) throws IOException {
    try (RawClient client = server.connect()) {
      client.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
      RawResponse response = client.readUnchecked();
      assertThat(response.header("Cache-Control")).contains("no-store");
      assertThat(response.header("Content-Security-Policy"))
          .contains("default-src 'none'; frame-ancestors 'none'");
      assertThat(response.header("Referrer-Policy")).contains("no-referrer");
      assertThat(response.header("X-Content-Type-Options")).contains("nosniff");
      assertThat(response.header("X-Frame-Options")).contains("DENY");
      assertThat(response.header("Cross-Origin-Resource-Policy")).contains("same-origin");
      assertThat(response.header("Permissions-Policy").orElseThrow()).contains("camera=()");
      assertThat(response.header("Cross-Origin-Opener-Policy")).isEmpty();
      assertThat(response.header("Strict-Transport-Security")).isEmpty();
      assertThat(response.header("X-Request-Id").orElseThrow()).matches("[0-9a-f]{16}");
      assertThat(response.headers()).doesNotContainKeys("server", "x-powered-by", "set-cookie");
    }
  }

  @Test
  void tellsBrowsersToInsistOnHttpsWhereItIsThere() throws IOException {
    try (TestServer https = TestServer.startBehindHttps(TestHandlers.of(health));
        RawClient client = https.connect()) {
      RawResponse response = client.request("GET", "/health/live");
      assertThat(response.header("Strict-Transport-Security")).contains("max-age=31536000");
      assertThat(response.header("Cross-Origin-Opener-Policy")).contains("same-origin");
    }
  }

  @Test
  void givesEveryRequestAnotherId() throws IOException {
    try (RawClient client = server.connect()) {
      assertThat(client.request("GET", "/health/live").header("X-Request-Id"))
          .isNotEqualTo(client.request("GET", "/health/live").header("X-Request-Id"));
    }
  }

  @Test
  void knowsNoOtherAddress() throws IOException {
    try (RawClient client = server.connect()) {
      client.send("GET /api/nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n");
      RawResponse response = client.readUnchecked();
      assertThat(response.status()).isEqualTo(404);
      response.error("route_not_found");
    }
  }

  @Test
  void namesTheMethodsThatAnAddressTakes() throws IOException {
    try (RawClient client = server.connect()) {
      client.send("DELETE /api/slots/slot-001 HTTP/1.1\r\nHost: localhost\r\n\r\n");
      RawResponse response = client.readUnchecked();
      assertThat(response.status()).isEqualTo(405);
      JsonNode details = response.error("method_not_allowed");
      assertThat(details.at("/found").asText()).isEqualTo("DELETE");
      assertThat(details.at("/allowed")).hasSize(2);
      assertThat(response.header("Allow").orElseThrow()).contains("GET").contains("PUT");
    }
  }

  @Test
  void opensNothingByHead() throws IOException {
    try (RawClient client = server.connect()) {
      client.send("HEAD /api/slots HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      assertThat(client.readHead().status()).isEqualTo(405);
      assertThat(client.readByte()).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /health/live\0 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /health/live HTTP/1.1\r\nHost localhost\r\n\r\n",
        "GET /health/live HTTP/1.1\r\n\r\n",
        "GET http:// HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "POST /api/login HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "\1\2\3\4\r\n\r\n"
      })
  void refusesWhatIsNoHttpInTheSameFormat(String request) throws IOException {
    try (RawClient client = server.connect()) {
      RawResponse response = client.send(request).readUnchecked();
      assertThat(response.status()).isEqualTo(400);
      response.error("request_invalid");
      assertThat(response.header("X-Content-Type-Options")).contains("nosniff");
      assertThat(response.header("Connection")).contains("close");
      assertThat(response.text()).doesNotContain("jetty").doesNotContain("Exception");
    }
  }

  @Test
  void refusesHeadersThatAreTooLong() throws IOException {
    String header = "X: " + "y".repeat(20_000);
    try (RawClient client = server.connect()) {
      client.send("GET /health/live HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n");
      RawResponse response = client.readUnchecked();
      assertThat(response.status()).isEqualTo(400);
      response.error("request_invalid");
    }
  }

  @Test
  void letsRequestsUnderWayEndWhenItStops() throws Exception {
    health.finish = new CountDownLatch(1);
    try (RawClient client = server.connect()) {
      client.send("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(health.begun.await(30, TimeUnit.SECONDS)).isTrue();
      Thread stopping = Thread.startVirtualThread(server::close);
      health.finish.countDown();
      assertThat(client.readUnchecked().status()).isEqualTo(200);
      assertThat(stopping.join(java.time.Duration.ofSeconds(30))).isTrue();
    }
  }

  private static final class ScriptedHealth implements HealthApi<ApiCall> {
    private final CountDownLatch begun = new CountDownLatch(1);
    private volatile CountDownLatch finish = new CountDownLatch(0);

    @Override
    public LivenessDto getLiveness(ApiCall call) throws InterruptedException {
      begun.countDown();
      finish.await();
      return new LivenessDto(LivenessDto.StatusEnum.LIVE);
    }

    @Override
    public ReadinessDto getReadiness(ApiCall call) {
      call.status(503);
      return new ReadinessDto(ReadinessDto.StatusEnum.NOT_READY, List.of(), List.of());
    }
  }
}
