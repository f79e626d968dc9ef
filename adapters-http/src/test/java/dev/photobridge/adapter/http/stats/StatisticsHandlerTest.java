package dev.photobridge.adapter.http.stats;

import static dev.photobridge.domain.testing.SlotFixtures.IGOR;
import static dev.photobridge.domain.testing.SlotFixtures.SERG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.port.in.ResetStatisticsUseCase;
import dev.photobridge.application.service.ReadStatisticsService;
import dev.photobridge.application.service.StatisticsTable;
import dev.photobridge.application.testing.InMemoryProcessingLog;
import dev.photobridge.application.testing.InMemorySlotRepository;
import dev.photobridge.application.testing.InMemoryStatistics;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import dev.photobridge.domain.stats.ProcessingOrigin;
import dev.photobridge.domain.stats.ProcessingStatus;
import dev.photobridge.domain.testing.CatalogueFixtures;
import dev.photobridge.domain.testing.PhotoFixtures;
import dev.photobridge.domain.testing.SlotFixtures;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsHandlerTest {
  private static final String SERGS = "Authorization: " + TestServer.SERGS_TOKEN;
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final InMemoryProcessingLog log = new InMemoryProcessingLog();
  private final InMemorySlotRepository slots = new InMemorySlotRepository();
  private final InMemoryStatistics statistics = new InMemoryStatistics(log, slots);
  private final ResetStatisticsUseCase resets = slot -> statistics.reset(slot, NOW);
  private final TestServer server =
      TestServer.start(
          TestHandlers.of(
              new StatisticsHandler(
                  new ReadStatisticsService(
                      statistics,
                      slots,
                      new StatisticsTable(statistics, slots, CatalogueFixtures.aCatalogue()),
                      InstantSource.fixed(NOW),
                      ZoneId.of("Europe/Moscow")),
                  resets)));

  @BeforeEach
  void storeSlotsAndPhotos() {
    for (AccountName account : List.of(SERG, IGOR)) {
      slots.insertMissing(
          SlotId.all().stream()
              .map(id -> Slot.free(new SlotAddress(account, id), Instant.EPOCH))
              .toList());
    }
    slots.put(
        SlotFixtures.aSlot()
            .withName("=Свадьба; Аня")
            .withOperation(CatalogueFixtures.COMBINE_IMAGES)
            .withImage("base_media_id", PhotoFixtures.aMediaId(5))
            .build());
    photo(SERG, 1, "2026-11-20T09:30:00Z", ProcessingStatus.SUCCESS, 1500, 33_600);
    photo(SERG, 1, "2026-11-20T09:40:00Z", ProcessingStatus.TIMEOUT, 48_000, 0);
    photo(SERG, 1, "2026-11-21T10:00:00Z", ProcessingStatus.ERROR, 10, 0);
    photo(SERG, 2, "2026-11-16T10:00:00Z", ProcessingStatus.SUCCESS, 100, 10_000_000);
    photo(IGOR, 1, "2026-11-20T09:30:00Z", ProcessingStatus.SUCCESS, 1, 1);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void showsASlotsDays() throws IOException {
    JsonNode body = get("/api/stats/slot-001").json();

    assertThat(body.toString())
        .isEqualTo(
            """
            {"slot_id":"slot-001",\
            "range":{"from":"2026-10-23","to":"2026-11-22","group_by":"day"},\
            "metrics":[\
            {"period_start":"2026-11-20","success":1,"errors":1,"timeouts":1,"avg_response_ms":24750,\
            "p95_response_ms":48127,"cost":0.0336},\
            {"period_start":"2026-11-21","success":0,"errors":1,"timeouts":0,"avg_response_ms":10,\
            "p95_response_ms":10,"cost":0}]}\
            """);
  }

  @Test
  void showsHoursWithTheOffsetOfTheirZone() throws IOException {
    JsonNode body =
        get("/api/stats/slot-001?group_by=hour&from=2026-11-20&to=2026-11-20&time_zone=Asia/Kathmandu")
            .json();

    assertThat(body.at("/metrics/0/period_start").asText()).isEqualTo("2026-11-20T15:00:00+05:45");
    assertThat(body.at("/metrics/0/success").asInt()).isEqualTo(1);
    assertThat(body.at("/metrics")).hasSize(1);
    assertThat(body.at("/range/group_by").asText()).isEqualTo("hour");
  }

  @Test
  void showsAllSlotsByWeekLatestFirst() throws IOException {
    photo(SERG, 3, "2026-11-13T10:00:00Z", ProcessingStatus.SUCCESS, 100, 5);

    JsonNode body = get("/api/stats/global").json();

    assertThat(body.at("/data/0").toString())
        .isEqualTo(
            """
            {"period_start":"2026-11-16","period_end":"2026-11-22","success":2,"errors":2,"timeouts":1,\
            "avg_response_ms":12403,"p95_response_ms":48127,"cost":10.0336}\
            """);
    assertThat(body.at("/data/1/period_start").asText()).isEqualTo("2026-11-09");
    assertThat(body.at("/meta").toString()).isEqualTo("{\"page\":1,\"page_size\":10,\"total\":2}");
  }

  @Test
  void filtersSortsAndPages() throws IOException {
    JsonNode sorted =
        get("/api/stats/global?group_by=day&sort_by=cost&sort_order=asc&page=2&page_size=1").json();
    JsonNode ofSlot =
        get("/api/stats/global?group_by=month&slot_id=slot-002&provider_id=gemini").json();
    JsonNode ofNobody = get("/api/stats/global?provider_id=nobody").json();

    assertThat(sorted.at("/data/0/period_start").asText()).isEqualTo("2026-11-20");
    assertThat(sorted.at("/meta/total").asInt()).isEqualTo(3);
    assertThat(ofSlot.at("/data/0/cost").toString()).isEqualTo("10");
    assertThat(ofSlot.at("/data/0/period_start").asText()).isEqualTo("2026-11-01");
    assertThat(ofNobody.at("/data")).isEmpty();
  }

  @Test
  void showsTheTable() throws IOException {
    assertThat(post("/api/slots/slot-002/reset_stats").status()).isEqualTo(204);

    JsonNode body = get("/api/stats/slots").json();

    assertThat(body.at("/slots")).hasSize(40);
    JsonNode first = body.at("/slots/0");
    assertThat(first.at("/template_media_id").asText())
        .isEqualTo(PhotoFixtures.aMediaId(5).toString());
    assertThat(first.at("/since_reset").toString())
        .isEqualTo(
            """
            {"requests":3,"runs":3,"success":1,"errors":2,"timeouts":1,"error_percent":66.7,\
            "in_time_percent":33.3,"avg_response_ms":16503,"p95_response_ms":48127,"cost":0.0336}\
            """);
    assertThat(first.at("/last_cost").toString()).isEqualTo("0");
    JsonNode second = body.at("/slots/1");
    assertThat(second.at("/provider_id").isNull()).isTrue();
    assertThat(second.at("/last_reset_at").asText()).isEqualTo("2026-11-22T12:00:00Z");
    assertThat(second.at("/since_reset").toString())
        .isEqualTo(
            """
            {"requests":0,"runs":0,"success":0,"errors":0,"timeouts":0,"error_percent":null,\
            "in_time_percent":null,"avg_response_ms":null,"p95_response_ms":null,"cost":0}\
            """);
    assertThat(second.at("/all_time/cost").toString()).isEqualTo("10");
    assertThat(body.at("/slots/39/last_cost").isNull()).isTrue();
    assertThat(body.at("/providers/0/provider_id").asText()).isEqualTo("gemini");
    assertThat(body.at("/total/cost").toString()).isEqualTo("10.0336");
  }

  @Test
  void exportsARussianTable() throws IOException {
    RawResponse response = get("/api/stats/export?from=2026-11-16&to=2026-11-20");

    assertThat(response.header("Content-Type")).contains("text/csv; charset=utf-8");
    assertThat(response.header("Content-Disposition"))
        .contains("attachment; filename=\"statistics_2026-11-16_2026-11-20.csv\"");
    assertThat(response.text())
        .isEqualTo(
            "\uFEFF"
                + """
                Слот;Название;С;По;Фото от фотобудок;Запуски ИИ;Вовремя;Ошибки;Тайм-ауты;Ошибки, %;Средний ответ, мс;95 % ответов быстрее, мс;Стоимость, USD
                slot-001;"'=Свадьба; Аня";2026-11-20;2026-11-20;2;2;1;1;1;50,0;24750;48127;0,0336
                slot-002;;2026-11-16;2026-11-16;1;1;1;0;0;0,0;100;101;10
                """
                    .replace("\n", "\r\n"));
  }

  @Test
  void exportsAnEnglishTable() throws IOException {
    String text =
        get(
                "/api/stats/export?group_by=hour&from=2026-11-20&to=2026-11-20&slot_id=slot-001",
                "Accept-Language: en")
            .text();

    assertThat(text.lines().skip(1))
        .containsExactly(
            "slot-001,'=Свадьба; Аня,2026-11-20T12:00:00+03:00,2026-11-20T13:00:00+03:00,"
                + "2,2,1,1,1,50.0,24750,48127,0.0336");
  }

  @ParameterizedTest
  @CsvSource({
    "slot-001?from=2026-11-31, from, malformed",
    "slot-001?to=tomorrow, to, malformed",
    "slot-001?from=2026-11-22&to=2026-11-21, to, period_reversed",
    "slot-001?from=2026-10-01, from, period_too_long",
    "slot-001?time_zone=Moscow, time_zone, malformed",
    "slot-001?time_zone=%2B03:00, time_zone, malformed",
    "slot-001?group_by=month, group_by, not_allowed",
    "global?group_by=hour, group_by, not_allowed",
    "global?from=2026-08-01, from, period_too_long",
    "global?page=0, page, too_small",
    "global?page_size=51, page_size, too_large",
    "global?sort_by=name, sort_by, not_allowed",
    "global?slot_id=slot-041, slot_id, malformed",
    "global?slot_id=, slot_id, malformed",
    "export?slot_id=slot-000, slot_id, malformed",
    "export?group_by=hour&from=2026-10-01, from, period_too_long"
  })
  void refusesWhatItCannotAnswer(String path, String field, String reason) throws IOException {
    RawResponse response = get("/api/stats/" + path, "Accept-Language: en");

    assertThat(response.status()).isEqualTo(400);
    JsonNode error = response.error("request_invalid");
    assertThat(error.at("/field").asText()).isEqualTo(field);
    assertThat(error.at("/reason").asText()).isEqualTo(reason);
  }

  @Test
  void aRangeThatIsTooLongIsExplained() throws IOException {
    assertThat(get("/api/stats/global?from=2026-01-01", "Accept-Language: en").text())
        .contains("The period is too long: at most 90 days.");
    assertThat(get("/api/stats/global?from=2027-01-01").text())
        .contains("Период заканчивается раньше, чем начинается.");
  }

  @Test
  void aSlotThatDoesNotExistIsNotFound() throws IOException {
    get("/api/stats/slot-041").error("slot_not_found");
    assertThat(get("/api/stats/slot-041").status()).isEqualTo(404);
    assertThat(post("/api/slots/slot-000/reset_stats").status()).isEqualTo(404);
  }

  @Test
  void onlyOneResetRunsAtATime() throws IOException {
    statistics.resetRuns();

    RawResponse response = post("/api/slots/slot-001/reset_stats");

    assertThat(response.status()).isEqualTo(409);
    response.error("reset_running");
  }

  private RawResponse get(String path, String... headers) throws IOException {
    return ask("GET", path, headers);
  }

  private RawResponse post(String path) throws IOException {
    return ask("POST", path);
  }

  private RawResponse ask(String method, String path, String... headers) throws IOException {
    var all = new String[headers.length + 1];
    System.arraycopy(headers, 0, all, 1, headers.length);
    all[0] = SERGS;
    try (RawClient client = server.connect()) {
      return client.request(method, path, all);
    }
  }

  private void photo(
      AccountName account,
      int slot,
      String at,
      ProcessingStatus status,
      long millis,
      long microDollars) {
    log.record(
        new ProcessingLogEntry(
            SlotFixtures.address(account, slot),
            ProcessingOrigin.BOOTH,
            CatalogueFixtures.GEMINI,
            new JobId(UUID.randomUUID()),
            false,
            Instant.parse(at),
            status,
            Duration.ofMillis(millis),
            new Cost(microDollars),
            null));
  }
}
