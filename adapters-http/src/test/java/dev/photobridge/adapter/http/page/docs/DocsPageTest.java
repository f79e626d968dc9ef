package dev.photobridge.adapter.http.page.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.page.settings.FakeInstallation;
import dev.photobridge.adapter.http.testing.FakePageSession;
import dev.photobridge.adapter.http.testing.PageClient;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.openapi.api.SlotsApi;
import dev.photobridge.openapi.model.FailureReplyDto;
import dev.photobridge.openapi.model.SlotDto;
import dev.photobridge.openapi.model.SlotListDto;
import dev.photobridge.openapi.model.SlotListMetaDto;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DocsPageTest {
  private final TestServer server =
      TestServer.start(
          TestHandlers.of(new FakePageSession()),
          new DocsPage(slots(), new FakeInstallation().handler()));
  private final PageClient serg = PageClient.signedIn(server);

  @AfterEach
  void stop() {
    serg.close();
    server.close();
  }

  @Test
  void leadsThroughDslrRemoteProWithTheLinkOfTheFirstSlotThatWorks() throws Exception {
    HttpResponse<String> page = serg.get("/docs");

    assertThat(page.body())
        .contains("Подключить DSLR Remote Pro", "Web based (HTTP POST)")
        .contains("value=\"http://booth.example/ingest/slot-002\"")
        .contains("тайм-аут 55 секунд")
        .doesNotContain("ещё не настроен: на снимок");
  }

  @Test
  void theCommandNamesTheChosenSlotAndNeverThePassword() throws Exception {
    HttpResponse<String> page = serg.get("/docs?slot=slot-001");

    assertThat(page.body())
        .contains("--output result.jpg \"http://booth.example/ingest/slot-001\"")
        .contains("password=ПАРОЛЬ_ПРИЁМА", "ещё не настроен: на снимок")
        .doesNotContain("booths-send-this");
  }

  @Test
  void namesAreTextAndNeverMarkup() throws Exception {
    assertThat(serg.get("/docs").body())
        .contains("&lt;b&gt;Аня&lt;/b&gt;")
        .doesNotContain("<b>Аня");
  }

  @Test
  void speaksEnglishAndExplainsEveryAnswer() throws Exception {
    HttpResponse<String> page = serg.with("Accept-Language", "en").get("/docs");

    assertThat(page.body()).contains("Connect DSLR Remote Pro", "password=INGEST_PASSWORD");
    for (int status : new int[] {200, 400, 401, 404, 409, 413, 415, 422, 502, 503, 504}) {
      assertThat(page.body()).contains("\">" + status + "</span>");
    }
  }

  @Test
  void theLargeLibraryIsNamedAndNotLoaded() throws Exception {
    assertThat(serg.get("/docs").body())
        .containsPattern("data-script=\"/assets/[^\"]+/vendor/swagger-ui.js\"")
        .doesNotContain("<script src=\"/assets/vendor/swagger")
        .doesNotContainPattern("<script[^>]+swagger");
  }

  @Test
  void isForOperatorsOnly() throws Exception {
    try (PageClient visitor = PageClient.signedOut(server)) {
      assertThat(visitor.get("/docs").statusCode()).isEqualTo(303);
    }
  }

  @SuppressWarnings("unchecked")
  private static SlotsApi<ApiCall> slots() {
    var list =
        new SlotListDto(
            List.of(slot("slot-001", "", false), slot("slot-002", "<b>Аня</b>", true)),
            new SlotListMetaDto(2));
    return (SlotsApi<ApiCall>)
        Proxy.newProxyInstance(
            SlotsApi.class.getClassLoader(),
            new Class<?>[] {SlotsApi.class},
            (_, method, _) -> {
              assertThat(method.getName()).isEqualTo("listSlots");
              return list;
            });
  }

  private static SlotDto slot(String id, String name, boolean configured) {
    return new SlotDto(
        id,
        name,
        null,
        null,
        Map.of(),
        URI.create("http://booth.example/ingest/" + id),
        configured,
        Instant.EPOCH,
        Instant.EPOCH,
        1L,
        new FailureReplyDto(FailureReplyDto.KindEnum.ERROR_STATUS, null, null),
        null,
        true,
        null,
        null);
  }
}
