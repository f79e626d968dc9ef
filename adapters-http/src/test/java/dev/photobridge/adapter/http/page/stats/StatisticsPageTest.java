package dev.photobridge.adapter.http.page.stats;

import static dev.photobridge.domain.testing.SlotFixtures.SERG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.page.settings.FakeInstallation;
import dev.photobridge.adapter.http.page.settings.SyncTimeoutForm;
import dev.photobridge.adapter.http.settings.SettingsHandler;
import dev.photobridge.adapter.http.stats.StatisticsHandler;
import dev.photobridge.adapter.http.testing.FakePageSession;
import dev.photobridge.adapter.http.testing.PageClient;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.service.ReadStatisticsService;
import dev.photobridge.application.service.StatisticsTable;
import dev.photobridge.application.testing.InMemoryProcessingLog;
import dev.photobridge.application.testing.InMemorySlotRepository;
import dev.photobridge.application.testing.InMemoryStatistics;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import dev.photobridge.domain.stats.ProcessingOrigin;
import dev.photobridge.domain.stats.ProcessingStatus;
import dev.photobridge.domain.testing.CatalogueFixtures;
import dev.photobridge.domain.testing.SlotFixtures;
import dev.photobridge.openapi.api.ProvidersApi;
import dev.photobridge.openapi.model.ProviderConditionDto;
import dev.photobridge.openapi.model.ProviderDto;
import dev.photobridge.openapi.model.ProviderListDto;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsPageTest {
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
  private static final InstantSource CLOCK = InstantSource.fixed(TestServer.NOW);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final InMemoryProcessingLog log = new InMemoryProcessingLog();
  private final InMemorySlotRepository slots = new InMemorySlotRepository();
  private final InMemoryStatistics statistics = new InMemoryStatistics(log, slots);
  private final FakeInstallation installation = new FakeInstallation();
  private final TestServer server = started();
  private final PageClient serg = PageClient.signedIn(server);

  private TestServer started() {
    var reads =
        new ReadStatisticsService(
            statistics,
            slots,
            new StatisticsTable(statistics, slots, CatalogueFixtures.aCatalogue()),
            CLOCK,
            MOSCOW);
    var handler = new StatisticsHandler(reads, slot -> statistics.reset(slot, TestServer.NOW));
    SettingsHandler settings = installation.handler();
    ProvidersApi<ApiCall> providers =
        _ ->
            new ProviderListDto(
                List.of(
                    new ProviderDto(
                        "gemini", "Gemini", ProviderConditionDto.AVAILABLE, List.of(), List.of())),
                null);
    return TestServer.start(
        TestHandlers.of(new FakePageSession(), handler),
        new StatisticsPage(handler, settings, providers, reads, CLOCK, MOSCOW),
        new SyncTimeoutForm(settings));
  }

  @BeforeEach
  void storeSlots() {
    slots.insertMissing(
        SlotId.all().stream()
            .map(id -> Slot.free(new SlotAddress(SERG, id), Instant.EPOCH))
            .toList());
    slots.put(SlotFixtures.aSlot().withName("<b>Аня & Пётр</b>").build());
  }

  @AfterEach
  void stop() {
    serg.close();
    server.close();
  }

  @Test
  void showsWhatCameAndWhatItCost() throws Exception {
    photos(1, 71, ProcessingStatus.SUCCESS, DAY, 33_600);
    photos(1, 3, ProcessingStatus.ERROR, DAY, 0);

    String page = words(serg.get("/statistics"));

    assertThat(page)
        .contains("Обработано вовремя 71")
        .contains("4,1 % 3 из 74")
        .contains("1,5 с")
        .contains("2,39 $")
        .contains("Gemini")
        .contains("39 свободных слотов без снимков")
        .contains("Часовой пояс: Europe/Moscow");
  }

  @Test
  void speaksEnglish() throws Exception {
    photos(1, 1, ProcessingStatus.SUCCESS, DAY, 33_600);

    String page = words(serg.with("Accept-Language", "en").get("/statistics"));

    assertThat(page)
        .contains("Processed in time 1", "0% 0 of 1", "$0.0336", "39 free slots without photos");
  }

  @Test
  void whatIsNotKnownIsADashAndNotZero() throws Exception {
    String page = words(serg.get("/statistics"));

    assertThat(page).contains("Обработано вовремя —", "Потрачено —", "Данных за период нет");
  }

  @Test
  void aPercentileOfFewPhotosIsMarked() throws Exception {
    photos(1, 19, ProcessingStatus.SUCCESS, HOUR, 0);
    assertThat(words(serg.get("/statistics"))).contains("1,5 с мало данных");

    photos(1, 1, ProcessingStatus.SUCCESS, HOUR, 0);
    assertThat(words(serg.get("/statistics"))).doesNotContain("мало данных");
  }

  @Test
  void namesAreTextAndNeverMarkup() throws Exception {
    photos(1, 1, ProcessingStatus.SUCCESS, HOUR, 0);

    assertThat(serg.get("/statistics").body())
        .contains("&lt;b&gt;Аня &amp; Пётр&lt;/b&gt;")
        .doesNotContain("<b>Аня");
    assertThat(serg.get("/statistics/slot-001/reset").body())
        .contains("&lt;b&gt;Аня &amp; Пётр&lt;/b&gt;")
        .doesNotContain("<b>Аня");
  }

  @ParameterizedTest
  @CsvSource({"hour, 24, 22:00", "day, 14, 18 апр.", "week, 12, 9 февр.", "month, 6, декабрь"})
  void theChartHasAStepForEveryPieceOfThePeriod(String period, int steps, String first)
      throws Exception {
    photos(1, 1, ProcessingStatus.SUCCESS, Duration.ofMinutes(1), 1_000);

    String page = serg.get("/statistics?by=" + period).body();

    assertThat(Pattern.compile("<tr><th scope=\"row\">").matcher(page).results().count())
        .isEqualTo(steps);
    assertThat(page).contains("<tr><th scope=\"row\">" + first + "</th>");
    assertThat(words(page)).contains("Обработано вовремя 1");
  }

  @Test
  void eachNumberStandsBesideThatOfThePeriodBefore() throws Exception {
    photos(1, 5, ProcessingStatus.SUCCESS, Duration.ofDays(15), 0);
    photos(1, 1, ProcessingStatus.SUCCESS, DAY, 0);

    assertThat(words(serg.get("/statistics"))).contains("Обработано вовремя 1 Перед этим: 5");
    assertThat(words(serg.get("/statistics?by=month"))).contains("Перед этим данных нет");
  }

  @Test
  void sortsByAnyColumnAndSaysSo() throws Exception {
    photos(1, 1, ProcessingStatus.SUCCESS, DAY, 900_000);
    photos(2, 3, ProcessingStatus.SUCCESS, DAY, 0);

    String mostUsed = serg.get("/statistics").body();
    String dearest = serg.get("/statistics?sort=spent").body();

    assertThat(mostUsed.indexOf("id=\"slot-slot-002\""))
        .isPositive()
        .isLessThan(mostUsed.indexOf("id=\"slot-slot-001\""));
    assertThat(dearest.indexOf("id=\"slot-slot-001\""))
        .isPositive()
        .isLessThan(dearest.indexOf("id=\"slot-slot-002\""));
    assertThat(dearest)
        .containsOnlyOnce("aria-sort")
        .contains("class=\"column-spent\" aria-sort=\"descending\"")
        .contains("sort=spent&amp;order=asc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "runs",
        "requests",
        "p95",
        "errors",
        "price",
        "spent",
        "reset",
        "all_time"
      })
  void everyColumnCanBeSortedBothWays(String column) throws Exception {
    photos(2, 1, ProcessingStatus.ERROR, DAY, 10);

    for (String order : List.of("asc", "desc")) {
      HttpResponse<String> page = serg.get("/statistics?sort=" + column + "&order=" + order);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains("aria-sort=\"" + (order.equals("asc") ? "ascending" : "descending") + "\"");
    }
  }

  @Test
  void aScriptGetsTheFiguresOnly() throws Exception {
    HttpResponse<String> part = serg.byScript().get("/statistics?by=hour");

    assertThat(part.body())
        .contains("data-address=\"/statistics?by=hour&amp;sort=runs&amp;order=desc\"")
        .doesNotContain("<html", "T_sync_response");
  }

  @Test
  void aSparklineIsToldInWords() throws Exception {
    photos(1, 17, ProcessingStatus.SUCCESS, DAY, 0);
    photos(1, 41, ProcessingStatus.SUCCESS, Duration.ofDays(3), 0);

    assertThat(serg.get("/statistics").body())
        .contains("aria-label=\"14 дней: от 0 до 41, вчера 17\"");
  }

  @Test
  void asksBeforeAResetAndNamesWhatGoesAndWhatStays() throws Exception {
    photos(1, 71, ProcessingStatus.SUCCESS, DAY, 33_600);

    HttpResponse<String> question = serg.byScript().get("/statistics/slot-001/reset?sort=spent");

    assertThat(words(question))
        .contains("Слот 1 «", "71 снимок", "2,39 $", "71 запуск")
        .doesNotContain("Настройки");
    assertThat(question.body())
        .contains("hx-post=\"/statistics/slot-001/reset?by=day&amp;sort=spent");
    assertThat(serg.get("/statistics/slot-041/reset").statusCode()).isEqualTo(404);
  }

  @Test
  void resetsAndKeepsTheCounterOfAllTime() throws Exception {
    photos(1, 71, ProcessingStatus.SUCCESS, DAY, 33_600);

    HttpResponse<String> plain =
        serg.post("/statistics/slot-001/reset", Map.of("next", "/statistics?by=week"));
    String row =
        words(serg.get("/statistics").body().replaceAll("(?s).*id=\"slot-slot-001\"", "<i "));

    assertThat(plain.statusCode()).isEqualTo(303);
    assertThat(plain.headers().firstValue("Location")).contains("/statistics?by=week");
    assertThat(row).contains("0 0 — — 0,0336 $ —").contains("2026, 18:00 UTC 71");
  }

  @Test
  void aScriptIsHandedTheNewFigures() throws Exception {
    HttpResponse<String> done =
        serg.byScript().post("/statistics/slot-001/reset?by=week", Map.of());

    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.headers().firstValue("HX-Trigger")).contains("statistics-reset");
    assertThat(done.body()).contains("id=\"by-week\"").doesNotContain("<html");
  }

  @Test
  void aResetThatAlreadyRunsIsRefused() throws Exception {
    statistics.resetRuns();

    HttpResponse<String> refused = serg.byScript().post("/statistics/slot-001/reset", Map.of());

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("reset_running");
  }

  @Test
  void theTableSpeaksThePagesLanguage() throws Exception {
    photos(1, 1, ProcessingStatus.SUCCESS, DAY, 33_600);
    String english = "photobridge_session=sergs-cookie; photobridge_language=en";

    HttpResponse<String> russian = serg.get("/statistics/table.csv?by=month");

    assertThat(russian.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(russian.body()).contains(";0,0336");
    assertThat(serg.with("Cookie", english).get("/statistics/table.csv").body())
        .contains(",0.0336");
  }

  @Test
  void showsWhatBoothsSendAndHowLongTheyWait() throws Exception {
    assertThat(serg.get("/statistics").body())
        .contains("type=\"password\" readonly autocomplete=\"off\"")
        .contains("value=\"booths-send-this\"", "name=\"sync_timeout_sec\"", "value=\"50\"");
  }

  @Test
  void savesHowLongBoothsWait() throws Exception {
    HttpResponse<String> plain =
        serg.post(
            "/settings/sync-timeout", Map.of("sync_timeout_sec", "75", "next", "/statistics"));
    HttpResponse<String> part =
        serg.byScript().post("/settings/sync-timeout", Map.of("sync_timeout_sec", "80"));

    assertThat(plain.statusCode()).isEqualTo(303);
    assertThat(plain.headers().firstValue("Location")).contains("/statistics");
    assertThat(installation.timeout()).isEqualTo(Duration.ofSeconds(80));
    assertThat(words(part)).contains("Сохранено");
    assertThat(part.body()).contains("value=\"80\"").doesNotContain("<html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "601", "soon", ""})
  void refusesATimeThatBoothsCannotWait(String typed) throws Exception {
    HttpResponse<String> refused =
        serg.byScript().post("/settings/sync-timeout", Map.of("sync_timeout_sec", typed));
    HttpResponse<String> plain =
        serg.post("/settings/sync-timeout", Map.of("sync_timeout_sec", typed));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("aria-invalid=\"true\"", "value=\"" + typed + "\"")
        .doesNotContain("<html");
    assertThat(plain.statusCode()).isEqualTo(422);
    assertThat(plain.body()).contains("<html", "aria-invalid=\"true\"");
    assertThat(installation.timeout()).isEqualTo(Duration.ofSeconds(50));
  }

  @Test
  void isForOperatorsOnly() throws Exception {
    try (PageClient visitor = PageClient.signedOut(server)) {
      assertThat(visitor.get("/statistics").statusCode()).isEqualTo(303);
      assertThat(visitor.get("/statistics/table.csv").statusCode()).isEqualTo(303);
    }
    assertThat(serg.postBare("/statistics/slot-001/reset", "").statusCode()).isEqualTo(403);
  }

  private void photos(
      int slot, int count, ProcessingStatus status, Duration ago, long microDollars) {
    for (int i = 0; i < count; i++) {
      log.record(
          new ProcessingLogEntry(
              SlotFixtures.address(SERG, slot),
              ProcessingOrigin.BOOTH,
              CatalogueFixtures.GEMINI,
              new JobId(UUID.randomUUID()),
              false,
              TestServer.NOW.minus(ago),
              status,
              Duration.ofMillis(1_500),
              new Cost(microDollars),
              null));
    }
  }

  private static String words(HttpResponse<String> page) {
    return words(page.body());
  }

  /// What people read, without tags.
  private static String words(String html) {
    return html.replaceAll("(?s)<[^>]*>", " ").replace('\u00A0', ' ').replaceAll("\\s+", " ");
  }
}
