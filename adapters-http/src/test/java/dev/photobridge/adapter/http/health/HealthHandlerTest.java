package dev.photobridge.adapter.http.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.port.in.CheckReadinessUseCase.Check;
import dev.photobridge.application.port.in.CheckReadinessUseCase.Readiness;
import dev.photobridge.domain.provider.ProviderCondition;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.testing.CatalogueFixtures;
import dev.photobridge.openapi.api.ProvidersApi;
import dev.photobridge.openapi.model.ProviderListDto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthHandlerTest {
  private static final Check FINE = new Check("database", Optional.empty());
  private static final Check BROKEN =
      new Check("media", Optional.of("The media folder is not writable."));

  private List<Check> checks = List.of(FINE);
  private final SequencedMap<ProviderId, ProviderCondition> providers =
      new LinkedHashMap<>(Map.of(CatalogueFixtures.GEMINI, ProviderCondition.AVAILABLE));
  private final TestServer server =
      TestServer.start(
          TestHandlers.of(
              new HealthHandler(() -> new Readiness(checks), () -> providers, "our-mark")));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void livesWhateverIsBroken() throws IOException {
    checks = List.of(BROKEN);

    RawResponse response = get("/health/live");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text()).isEqualTo("{\"status\":\"live\"}");
    assertThat(response.header("X-Photobridge-Installation")).contains("our-mark");
  }

  @Test
  void isReadyWhenEveryCheckPassed() throws IOException {
    RawResponse response = get("/health/ready");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text())
        .isEqualTo(
            "{\"status\":\"ready\",\"checks\":[{\"name\":\"database\",\"ok\":true}],"
                + "\"providers\":[{\"id\":\"gemini\",\"condition\":\"available\"}]}");
    assertThat(response.header("Cache-Control")).contains("no-store");
  }

  @Test
  void saysWhatKeepsItFromTakingPhotos() throws IOException {
    checks = List.of(FINE, BROKEN);

    RawResponse response = get("/health/ready");

    assertThat(response.status()).isEqualTo(503);
    assertThat(response.json().get("status").asText()).isEqualTo("not_ready");
    assertThat(response.json().at("/checks/0/ok").asBoolean()).isTrue();
    assertThat(response.json().at("/checks/1/ok").asBoolean()).isFalse();
    assertThat(response.json().at("/checks/1/message").asText())
        .isEqualTo("The media folder is not writable.");
  }

  @Test
  void isReadyThoughProvidersAreAway() throws IOException {
    providers.clear();
    providers.put(CatalogueFixtures.GEMINI, ProviderCondition.UNAVAILABLE);
    providers.put(new ProviderId("turbotext"), ProviderCondition.PROBING);
    providers.put(CatalogueFixtures.LOCAL, ProviderCondition.AVAILABLE);

    RawResponse response = get("/health/ready");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json().get("providers").findValuesAsText("id"))
        .containsExactly("gemini", "turbotext", "local");
    assertThat(response.json().get("providers").findValuesAsText("condition"))
        .containsExactly("unavailable", "probing", "available");
  }

  @Test
  void listsProvidersWhenItIsNotReadyToo() throws IOException {
    checks = List.of(BROKEN);

    assertThat(get("/health/ready").json().at("/providers/0/id").asText()).isEqualTo("gemini");
  }

  @Test
  void answersWhileManyOthersWait() throws Exception {
    int waiting = 200;
    var entered = new CountDownLatch(waiting);
    var release = new CountDownLatch(1);
    var slow =
        new SlowProviders(
            () -> {
              entered.countDown();
              release.await();
            });
    var clients = new ArrayList<RawClient>();
    try (TestServer busy =
        TestServer.start(
            TestHandlers.of(
                slow,
                new HealthHandler(
                    () -> new Readiness(List.of(FINE)), () -> providers, "our-mark")))) {
      for (int i = 0; i < waiting; i++) {
        RawClient client = busy.connect();
        clients.add(client);
        client.send(
            "GET /api/providers HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                + TestServer.SERGS_TOKEN
                + "\r\n\r\n");
      }
      entered.await();

      try (RawClient client = busy.connect()) {
        assertThat(client.request("GET", "/health/live").status()).isEqualTo(200);
        assertThat(client.request("GET", "/health/ready").status()).isEqualTo(200);
      }

      release.countDown();
      for (RawClient client : clients) {
        assertThat(client.read("GET", "/api/providers").status()).isEqualTo(200);
        client.close();
      }
    }
  }

  /// An operation that takes its time.
  private record SlowProviders(Work work) implements ProvidersApi<ApiCall> {
    private interface Work {
      void run() throws InterruptedException;
    }

    @Override
    public ProviderListDto listProviders(ApiCall call) throws InterruptedException {
      work.run();
      return new ProviderListDto(List.of(), null);
    }
  }

  private RawResponse get(String path) throws IOException {
    try (RawClient client = server.connect()) {
      return client.request("GET", path);
    }
  }
}
