package dev.photobridge.adapter.http.server;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HttpServerTest {
  private static TestServer server;

  private static final class Healthy implements HealthApi<ApiCall> {
    @Override
    public LivenessDto getLiveness(ApiCall call) {
      return new LivenessDto(LivenessDto.StatusEnum.LIVE);
    }

    @Override
    public ReadinessDto getReadiness(ApiCall call) {
      call.status(503);
      return new ReadinessDto(ReadinessDto.StatusEnum.NOT_READY, List.of());
    }
  }

  @BeforeAll
  static void start() {
    server = TestServer.start(TestHandlers.of(new Healthy()));
  }

  @AfterAll
  static void stop() {
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
}
