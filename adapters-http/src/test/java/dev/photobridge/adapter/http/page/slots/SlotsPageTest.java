package dev.photobridge.adapter.http.page.slots;

import static dev.photobridge.domain.testing.SlotFixtures.SERG;
import static dev.photobridge.domain.testing.SlotFixtures.aSlot;
import static dev.photobridge.domain.testing.SlotFixtures.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.error.ErrorMessages;
import dev.photobridge.adapter.http.link.PublicLinks;
import dev.photobridge.adapter.http.provider.ProvidersHandler;
import dev.photobridge.adapter.http.settings.SettingsHandler;
import dev.photobridge.adapter.http.slot.SlotUseCases;
import dev.photobridge.adapter.http.slot.SlotsHandler;
import dev.photobridge.adapter.http.testing.FakePageSession;
import dev.photobridge.adapter.http.testing.PageClient;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.port.in.ChangeProviderKeyUseCase;
import dev.photobridge.application.port.in.ChangeSettingsUseCase;
import dev.photobridge.application.port.in.ClearMediaCacheUseCase;
import dev.photobridge.application.port.in.ListAuditEntriesUseCase;
import dev.photobridge.application.port.in.ListSlotVersionsUseCase;
import dev.photobridge.application.port.in.ProviderKeyView;
import dev.photobridge.application.port.in.ReadSettingsUseCase.Settings;
import dev.photobridge.application.port.in.ResetSlotUseCase;
import dev.photobridge.application.port.in.RestoreSlotVersionUseCase;
import dev.photobridge.application.port.in.TestProviderKeyUseCase;
import dev.photobridge.application.port.in.UpdateSlotUseCase;
import dev.photobridge.application.service.ReadSlotActivityService;
import dev.photobridge.application.service.SlotsService;
import dev.photobridge.application.testing.InMemoryJobRepository;
import dev.photobridge.application.testing.InMemoryMediaStore;
import dev.photobridge.application.testing.InMemoryProcessingLog;
import dev.photobridge.application.testing.InMemorySlotActivities;
import dev.photobridge.application.testing.InMemorySlotRepository;
import dev.photobridge.application.testing.InMemoryStatistics;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.PhotoSum;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderCondition;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import dev.photobridge.domain.stats.ProcessingOrigin;
import dev.photobridge.domain.stats.ProcessingStatus;
import dev.photobridge.domain.testing.CatalogueFixtures;
import dev.photobridge.domain.testing.JobFixtures;
import dev.photobridge.domain.testing.PhotoFixtures;
import dev.photobridge.domain.testing.SlotFixtures;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlotsPageTest {
  private static final Instant AT = TestServer.NOW.minusSeconds(600);
  private static final String HOSTILE = "\"><img src=x onerror=alert(1)>";

  private final InMemorySlotRepository slots = new InMemorySlotRepository();
  private final InMemoryJobRepository jobs = new InMemoryJobRepository();
  private final InMemoryMediaStore media = new InMemoryMediaStore();
  private final InMemoryProcessingLog log = new InMemoryProcessingLog();
  private final SequencedMap<ProviderId, ProviderCondition> conditions = new LinkedHashMap<>();
  private final List<ProviderKeyView> keys = new ArrayList<>();
  private int jobNumber;

  private final SlotsHandler slotsHandler =
      new SlotsHandler(
          new SlotUseCases(
              new SlotsService(slots),
              new SlotsService(slots),
              TestHandlers.unused(UpdateSlotUseCase.class),
              TestHandlers.unused(ResetSlotUseCase.class),
              TestHandlers.unused(ListSlotVersionsUseCase.class),
              TestHandlers.unused(RestoreSlotVersionUseCase.class)),
          new PublicLinks(URI.create("http://photo.example"), SlotFixtures.ACCOUNTS));
  private final TestServer server =
      TestServer.start(
          TestHandlers.of(new FakePageSession()),
          new SlotsPage(
              slotsHandler,
              new ProvidersHandler(CatalogueFixtures.aCatalogue(), () -> conditions),
              new SettingsHandler(
                  this::settings,
                  TestHandlers.unused(ChangeSettingsUseCase.class),
                  TestHandlers.unused(ChangeProviderKeyUseCase.class),
                  TestHandlers.unused(TestProviderKeyUseCase.class),
                  TestHandlers.unused(ClearMediaCacheUseCase.class),
                  TestHandlers.unused(ListAuditEntriesUseCase.class),
                  new ErrorMessages()),
              new ReadSlotActivityService(
                  slots,
                  new InMemorySlotActivities(jobs, media),
                  new InMemoryStatistics(log, slots),
                  InstantSource.fixed(TestServer.NOW))));
  private final PageClient serg = PageClient.signedIn(server);

  @BeforeEach
  void storeSlots() {
    SlotId.all()
        .forEach(
            id ->
                slots.put(
                    Slot.free(
                        address(SERG, SlotRows.number(id.value())), SlotFixtures.CREATED_AT)));
  }

  @AfterEach
  void stop() {
    serg.close();
    server.close();
  }

  @Test
  void asksWhoIsSignedOutToSignIn() throws Exception {
    try (PageClient visitor = PageClient.signedOut(server)) {
      assertThat(visitor.get("/?q=a").headers().firstValue("Location"))
          .contains("/sign-in?next=%2F%3Fq%3Da");
      assertThat(visitor.byScript().get("/slots/slot-001/row").statusCode()).isEqualTo(401);
      assertThat(visitor.byScript().get("/problems").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void leadsToTheFirstSlotWhileNoneIsSetUp() throws Exception {
    assertThat(serg.get("/").body())
        .contains("Пока нет настроенных слотов", "href=\"/slots/slot-001\"", "Свободные (40)")
        .doesNotContain("<details class=\"more slots-free\" open");
    assertThat(english("/")).contains("No slots set up yet", "Free (40)");
  }

  @Test
  void showsARowWithEverythingOneNeeds() throws Exception {
    slots.put(aSlot().withName("Fashion Studio").build());
    MediaObject result =
        media.upload(PhotoFixtures.aPhoto().build(), TestServer.NOW.plusSeconds(9));
    jobs.put(running().succeed(result.id(), Cost.ZERO, AT.plusSeconds(9)));
    record(1, AT);

    String page = serg.get("/").body();

    assertThat(page)
        .contains("<small>Слот 1</small>", "Fashion Studio")
        .contains("value=\"http://photo.example/ingest/slot-001\"")
        .contains("aria-label=\"Копировать ссылку слота 1\"")
        .contains("Готов", "state-ok", "1 фото за сутки")
        .contains("src=\"/api/jobs/" + jobs.all().getFirst().id() + "/thumbnail\"")
        .contains("width=\"56\" height=\"56\" loading=\"lazy\"")
        .contains("datetime=\"2026-05-01T17:50:09Z\"")
        .contains("Свободные (39)");
    assertThat(english("/")).contains("Copy the link of slot 1", "Ready", "1 photo in 24 hours");
  }

  @Test
  void saysWhatRunsAndWhatWaits() throws Exception {
    slots.put(aSlot().build());
    jobs.put(running());
    jobs.put(queued());

    assertThat(serg.get("/").body()).contains("В работе", "обрабатывается: 1, ждут: 1");
    assertThat(serg.byScript().get("/slots/slot-001/row").body())
        .startsWith("<div id=\"now-slot-001\"")
        .contains("обрабатывается: 1, ждут: 1")
        .doesNotContain("<html", "<input");
  }

  @Test
  void saysWhyASlotFailsAndLeadsToItsJobs() throws Exception {
    slots.put(aSlot().build());
    for (int i = 0; i < 2; i++) {
      jobs.put(running().fail(JobFixtures.aFailure(FailureKind.UNAVAILABLE), AT.plusSeconds(5)));
    }

    String page = serg.get("/").body();

    assertThat(page)
        .contains("С ошибками", "2 из 2 с ошибкой · ", "1 слот с ошибками за последний час")
        .contains("<a href=\"/jobs?slot=slot-001\">Слот 1</a>");
    assertThat(serg.byScript().get("/problems").body())
        .startsWith("<div id=\"problems\"")
        .contains("1 слот с ошибками");
  }

  @Test
  void saysThatAKeyIsMissingWhereASlotNeedsIt() throws Exception {
    keys.add(
        new ProviderKeyView(
            CatalogueFixtures.GEMINI, "Gemini", new ProviderKeyView.Source.None(), false));
    assertThat(serg.get("/").body()).doesNotContain("не задан ключ");

    slots.put(aSlot().build());

    assertThat(serg.get("/").body())
        .contains("не задан ключ API", "href=\"/settings\"")
        .contains("Нет ключа")
        .doesNotContain("<span>Готов</span>");
    assertThat(english("/")).contains("No API key for");
    keys.clear();
    assertThat(serg.get("/").body()).contains("Готов").doesNotContain("Нет ключа");
  }

  @Test
  void saysWhichProviderIsAway() throws Exception {
    slots.put(aSlot().build());
    conditions.put(CatalogueFixtures.LOCAL, ProviderCondition.UNAVAILABLE);
    assertThat(serg.get("/").body()).as("no slot needs it").doesNotContain("сейчас недоступен");

    conditions.put(CatalogueFixtures.GEMINI, ProviderCondition.UNAVAILABLE);
    assertThat(serg.get("/").body()).contains("сейчас недоступен");
    conditions.put(CatalogueFixtures.GEMINI, ProviderCondition.QUOTA_EXHAUSTED);
    assertThat(serg.get("/").body()).contains("исчерпана квота");
    conditions.put(CatalogueFixtures.GEMINI, ProviderCondition.KEY_REJECTED);
    assertThat(serg.get("/").body()).contains("не принимает ключ", "Проверить ключ");
    conditions.put(CatalogueFixtures.GEMINI, ProviderCondition.PROBING);
    assertThat(serg.get("/").body()).contains("<div id=\"problems\"", "hidden");
  }

  @Test
  void narrowsTheListDownAndKeepsWhatItWasNarrowedDownBy() throws Exception {
    slots.put(aSlot().withName("Свадьба").build());
    slots.put(aSlot().withAddress(address(SERG, 2)).withName("Юбилей").build());
    slots.put(
        aSlot()
            .withAddress(address(SERG, 3))
            .withName("Noir")
            .withProvider(CatalogueFixtures.LOCAL)
            .build());

    assertThat(rows("/?q=юби")).containsExactly("slot-002");
    assertThat(rows("/?provider=local")).containsExactly("slot-003");
    assertThat(rows("/?operation=combine_images")).isEmpty();
    assertThat(rows("/?state=ready")).hasSize(3);
    assertThat(rows("/?state=failing")).isEmpty();
    assertThat(rows("/?state=free")).isEmpty();
    assertThat(rows("/?state=nonsense")).hasSize(3);
    assertThat(
            serg.get("/?q=юби&provider=gemini&state=ready".replace("юби", encoded("юби"))).body())
        .contains("value=\"юби\"", "<option value=\"gemini\" selected>", "Показано: 1 из 40")
        .contains("<option value=\"ready\" selected>");
  }

  @Test
  void freeSlotsAreUnfoldedWhileOneSearches() throws Exception {
    slots.put(aSlot().build());

    assertThat(serg.get("/?state=free").body())
        .contains("<details class=\"more slots-free\" open", "Свободные (39)")
        .doesNotContain("class=\"slot-row\"");
    assertThat(serg.get("/?state=configured").body()).doesNotContain("slots-free");
  }

  @Test
  void saysWhereNothingIsFoundAndShowsHostileWordsAsWords() throws Exception {
    slots.put(aSlot().withName(HOSTILE).build());

    String found = serg.get("/").body();
    String nothing = serg.get("/?q=" + encoded(HOSTILE + "?")).body();

    assertThat(found).contains("&lt;img src=x").doesNotContain("<img src=x");
    assertThat(nothing)
        .contains("Ничего не найдено по «\"&gt;&lt;img")
        .doesNotContain("<img src=x");
  }

  @Test
  void htmxGetsTheListAloneAndAnAddressWithoutEmptyParts() throws Exception {
    slots.put(aSlot().build());

    HttpResponse<String> list =
        serg.byScript().get("/?q=wed+%26&provider=&operation=&state=configured");

    assertThat(list.body()).startsWith("<div id=\"slots\"").doesNotContain("<html", "<form");
    assertThat(list.headers().firstValue("HX-Push-Url")).contains("/?q=wed+%26&state=configured");
  }

  @Test
  void thereIsNoRowOfASlotThatIsNotThere() throws Exception {
    assertThat(serg.byScript().get("/slots/slot-041/row").statusCode()).isEqualTo(404);
    assertThat(serg.byScript().get("/slots/x/row").statusCode()).isEqualTo(404);
  }

  @Test
  void aPageOfFortyBusySlotsIsSmall() throws Exception {
    MediaObject result =
        media.upload(PhotoFixtures.aPhoto().build(), TestServer.NOW.plusSeconds(9));
    for (int number = 1; number <= SlotId.COUNT; number++) {
      slots.put(
          aSlot()
              .withAddress(address(SERG, number))
              .withName("Новогодний вечер, стойка у входа " + number)
              .build());
      jobs.put(running(number).succeed(result.id(), Cost.ZERO, AT.plusSeconds(9)));
      jobs.put(running(number));
      record(number, AT);
    }

    byte[] page = serg.get("/").body().getBytes(StandardCharsets.UTF_8);

    assertThat(page.length).as("bytes").isLessThan(60_000);
  }

  private Settings settings() {
    return new Settings(
        "booths-send-this",
        false,
        Duration.ofSeconds(48),
        Optional.empty(),
        keys,
        new PhotoSum(0, 0, null));
  }

  private String english(String path) throws Exception {
    return serg.with("Accept-Language", "en").get(path).body();
  }

  private List<String> rows(String path) throws Exception {
    String ascii =
        path.codePoints()
            .mapToObj(Character::toString)
            .map(sign -> sign.codePointAt(0) < 128 ? sign : encoded(sign))
            .collect(Collectors.joining());
    return Pattern.compile("id=\"now-(slot-\\d+)\"")
        .matcher(serg.get(ascii).body())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private QueuedJob queued() {
    return QueuedJob.accepted(order(1));
  }

  private RunningJob running() {
    return running(1);
  }

  private RunningJob running(int slot) {
    return QueuedJob.accepted(order(slot)).start(AT);
  }

  private JobOrder order(int slot) {
    jobNumber++;
    return JobFixtures.anOrder()
        .withId(JobFixtures.aJobId(jobNumber))
        .withSlot(address(SERG, slot))
        .withReceivedAt(AT)
        .build();
  }

  private void record(int slot, Instant at) {
    log.record(
        new ProcessingLogEntry(
            address(SERG, slot),
            ProcessingOrigin.BOOTH,
            CatalogueFixtures.GEMINI,
            null,
            false,
            at,
            ProcessingStatus.SUCCESS,
            Duration.ofSeconds(9),
            Cost.ZERO,
            null));
  }
}
