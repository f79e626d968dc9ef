package dev.photobridge.adapter.http.page.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.testing.FakePageSession;
import dev.photobridge.adapter.http.testing.PageClient;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.openapi.api.ReadinessCheckApi;
import dev.photobridge.openapi.model.CheckEntryDto;
import dev.photobridge.openapi.model.CheckEntryDto.AreaEnum;
import dev.photobridge.openapi.model.CheckEntryDto.StatusEnum;
import dev.photobridge.openapi.model.CheckReportDto;
import dev.photobridge.openapi.model.CheckReportDto.VerdictEnum;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckPageTest {
  private final List<CheckEntryDto> entries = new ArrayList<>();
  private VerdictEnum verdict = VerdictEnum.FINE;
  private int runs;
  private final ReadinessCheckApi<ApiCall> check =
      _ -> {
        runs++;
        return new CheckReportDto(verdict, entries);
      };
  private final TestServer server =
      TestServer.start(TestHandlers.of(new FakePageSession()), new CheckPage(check));
  private final PageClient serg = PageClient.signedIn(server);

  @AfterEach
  void stop() {
    serg.close();
    server.close();
  }

  @Test
  void looksAtNothingUntilAsked() throws Exception {
    assertThat(words(serg.get("/check"))).contains("Проверка ещё не запускалась");
    assertThat(runs).isZero();
  }

  @Test
  void everythingFineIsSaidInWords() throws Exception {
    entries.add(entry(AreaEnum.DATABASE, null, StatusEnum.FINE, "Отвечает.", 12L));

    HttpResponse<String> page = serg.post("/check", Map.of());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(words(page))
        .contains("Всё готово Проверен 1 пункт", "База данных В порядке Отвечает. 12 мс")
        .doesNotContain("Что сделать");
    assertThat(page.body()).contains("verdict-ok", "<html");
  }

  @Test
  void problemsComeFirstWithWhereToMendThem() throws Exception {
    verdict = VerdictEnum.WRONG;
    entries.add(entry(AreaEnum.CLOCK, null, StatusEnum.NOTED, "Спешат.", null));
    entries.add(entry(AreaEnum.PROVIDER, "gemini", StatusEnum.WRONG, "Ключ не принят.", 1_340L));
    entries.add(entry(AreaEnum.SLOT, "serg/slot-007", StatusEnum.WRONG, "Нет картинки.", null));
    entries.add(entry(AreaEnum.SLOT, "igor/slot-008", StatusEnum.WRONG, "Нет картинки.", null));

    HttpResponse<String> part = serg.byScript().post("/check", Map.of());

    assertThat(part.body()).doesNotContain("<html").contains("verdict-err");
    String words = words(part);
    assertThat(words).contains("Пока не готово 3 неполадки", "1,3 с");
    assertThat(words.indexOf("gemini")).isPositive().isLessThan(words.indexOf("Спешат."));
    assertThat(part.body())
        .contains("href=\"/settings#providers\"", "href=\"/slots/slot-007\"")
        .doesNotContain("href=\"/slots/slot-008\"");
  }

  @Test
  void foreignWordsAreTextAndNeverMarkup() throws Exception {
    entries.add(entry(AreaEnum.MODEL, "<i>model</i>", StatusEnum.NOTED, "<b>Ends</b>", null));

    assertThat(serg.post("/check", Map.of()).body())
        .contains("&lt;i&gt;model", "&lt;b&gt;Ends")
        .doesNotContain("<i>model", "<b>Ends");
  }

  @Test
  void everyAreaHasItsNameInBothLanguages() throws Exception {
    verdict = VerdictEnum.NOTED;
    Arrays.stream(AreaEnum.values())
        .forEach(area -> entries.add(entry(area, null, StatusEnum.FINE, "Fine.", null)));

    for (String language : List.of("ru", "en")) {
      String page = serg.with("Accept-Language", language).post("/check", Map.of()).body();
      assertThat(page.split("<section class=\"card area\"", -1))
          .hasSize(AreaEnum.values().length + 1);
    }
  }

  @Test
  void isForOperatorsOnly() throws Exception {
    try (PageClient visitor = PageClient.signedOut(server)) {
      assertThat(visitor.get("/check").statusCode()).isEqualTo(303);
    }
    assertThat(serg.postBare("/check", "").statusCode()).isEqualTo(403);
    assertThat(runs).isZero();
  }

  private static CheckEntryDto entry(
      AreaEnum area,
      @Nullable String subject,
      StatusEnum status,
      String message,
      @Nullable Long took) {
    return new CheckEntryDto(area, subject, status, message, null, took);
  }

  private static String words(HttpResponse<String> page) {
    return page.body()
        .replaceAll("(?s)<[^>]*>", " ")
        .replace('\u00A0', ' ')
        .replaceAll("\\s+", " ");
  }
}
