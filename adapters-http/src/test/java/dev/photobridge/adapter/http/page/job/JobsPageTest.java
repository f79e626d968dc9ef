package dev.photobridge.adapter.http.page.job;

import static dev.photobridge.domain.testing.SlotFixtures.SERG;
import static dev.photobridge.domain.testing.SlotFixtures.aSlot;
import static dev.photobridge.domain.testing.SlotFixtures.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.error.ErrorMessages;
import dev.photobridge.adapter.http.job.JobsHandler;
import dev.photobridge.adapter.http.link.PublicLinks;
import dev.photobridge.adapter.http.provider.ProvidersHandler;
import dev.photobridge.adapter.http.slot.SlotUseCases;
import dev.photobridge.adapter.http.slot.SlotsHandler;
import dev.photobridge.adapter.http.testing.FakePageSession;
import dev.photobridge.adapter.http.testing.PageClient;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.engine.RunningClaims;
import dev.photobridge.application.port.in.DeleteJobOutcome;
import dev.photobridge.application.port.in.JobView;
import dev.photobridge.application.port.in.ListSlotVersionsUseCase;
import dev.photobridge.application.port.in.RerunJobOutcome;
import dev.photobridge.application.port.in.ResetSlotUseCase;
import dev.photobridge.application.port.in.RestoreSlotVersionUseCase;
import dev.photobridge.application.port.in.UpdateSlotUseCase;
import dev.photobridge.application.service.JobViews;
import dev.photobridge.application.service.ListJobsService;
import dev.photobridge.application.service.SlotsService;
import dev.photobridge.application.testing.InMemoryJobRepository;
import dev.photobridge.application.testing.InMemoryMediaStore;
import dev.photobridge.application.testing.InMemorySlotRepository;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.CallTimes;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.testing.CatalogueFixtures;
import dev.photobridge.domain.testing.JobFixtures;
import dev.photobridge.domain.testing.PhotoFixtures;
import dev.photobridge.domain.testing.SlotFixtures;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobsPageTest {
  private static final Instant AT = TestServer.NOW.minusSeconds(600);
  private static final String HOSTILE = "\"><img src=x onerror=alert(1)>";
  private static final Pattern ROWS = Pattern.compile("<li id=\"job-([^\"]*)\"");

  private final InMemoryJobRepository jobs = new InMemoryJobRepository();
  private final InMemoryMediaStore media = new InMemoryMediaStore();
  private final InMemorySlotRepository slots = new InMemorySlotRepository();
  private RerunJobOutcome rerun = new RerunJobOutcome.SourceDeleted();
  private DeleteJobOutcome deletion = new DeleteJobOutcome.Deleted();

  private final TestServer server =
      TestServer.start(
          TestHandlers.of(new FakePageSession()),
          new JobsPage(
              new JobsHandler(
                  new ListJobsService(
                      jobs,
                      media,
                      new JobViews(
                          jobs, media, new RunningClaims(), InstantSource.fixed(TestServer.NOW))),
                  (_, _) -> rerun,
                  (_, _) -> deletion,
                  new ErrorMessages()),
              new SlotsHandler(
                  new SlotUseCases(
                      new SlotsService(slots),
                      new SlotsService(slots),
                      TestHandlers.unused(UpdateSlotUseCase.class),
                      TestHandlers.unused(ResetSlotUseCase.class),
                      TestHandlers.unused(ListSlotVersionsUseCase.class),
                      TestHandlers.unused(RestoreSlotVersionUseCase.class)),
                  new PublicLinks(URI.create("http://photo.example"), SlotFixtures.ACCOUNTS)),
              new ProvidersHandler(CatalogueFixtures.aCatalogue(), LinkedHashMap::new)));
  private final PageClient serg = PageClient.signedIn(server);

  @BeforeEach
  void storeSlots() {
    slots.put(aSlot().withName("Fashion Studio").build());
  }

  @AfterEach
  void stop() {
    serg.close();
    server.close();
  }

  @Test
  void asksWhoIsSignedOutToSignIn() throws Exception {
    try (PageClient visitor = PageClient.signedOut(server)) {
      assertThat(visitor.get("/jobs?slot=slot-001").headers().firstValue("Location"))
          .contains("/sign-in?next=%2Fjobs%3Fslot%3Dslot-001");
      assertThat(visitor.byScript().get("/jobs/" + JobFixtures.aJobId(1)).statusCode())
          .isEqualTo(401);
    }
  }

  @Test
  void saysWhatToDoWhileThereAreNone() throws Exception {
    assertThat(serg.get("/jobs").body()).contains("Задач пока нет");
    assertThat(serg.get("/jobs?state=succeeded_late").body()).contains("Поздних результатов нет");
    assertThat(serg.get("/jobs?slot=slot-001").body()).contains("Под этот отбор ничего");
    assertThat(english("/jobs")).contains("No jobs yet");
  }

  @Test
  void showsEveryStateInWords() throws Exception {
    put(QueuedJob.accepted(order(1)));
    put(running(2));
    put(running(3).succeed(photo().id(), new Cost(39_000), AT.plusSeconds(12)));
    put(running(4).succeed(photo().id(), Cost.ZERO, AT.plusSeconds(63)));
    put(running(5).fail(JobFixtures.aFailure(FailureKind.UNAVAILABLE), AT.plusSeconds(9)));
    put(running(6).expire(Cost.ZERO, AT.plusSeconds(606)));

    String page = serg.get("/jobs").body();

    assertThat(page)
        .contains("В очереди</span>", "Обрабатывается</span>", "Готово</span>")
        .contains("Готово после таймаута</span>", "Ошибка</span>", "Истёк срок</span>")
        .contains("Слот 1 <bdi translate=\"no\">Fashion Studio</bdi>")
        .contains("0,039\u00A0$", "8 с", "1–6 из 6")
        .contains("data-since=\"2026-05-01T17:50:01Z\"")
        .contains("src=\"/api/jobs/" + JobFixtures.aJobId(3) + "/thumbnail\"");
    assertThat(rows("/jobs").getFirst()).isEqualTo(JobFixtures.aJobId(6).toString());
    assertThat(english("/jobs")).contains("Done after the timeout</span>", "$0.039");
  }

  @Test
  void narrowsTheListDown() throws Exception {
    put(running(1).fail(JobFixtures.aFailure(FailureKind.REFUSED), AT.plusSeconds(5)));
    put(QueuedJob.accepted(order(2)));
    put(
        QueuedJob.accepted(
            JobFixtures.anOrder()
                .withId(JobFixtures.aJobId(3))
                .withSlot(address(SERG, 7))
                .withReceivedAt(AT)
                .build()));

    assertThat(rows("/jobs?state=failed")).containsExactly(JobFixtures.aJobId(1).toString());
    assertThat(rows("/jobs?slot=slot-007")).containsExactly(JobFixtures.aJobId(3).toString());
    assertThat(rows("/jobs?slot=slot-007&state=failed")).isEmpty();
    assertThat(rows("/jobs?slot=slot-999&state=nonsense&page=-4")).hasSize(3);
    assertThat(serg.get("/jobs?slot=slot-007&state=queued").body())
        .contains("<option value=\"slot-007\" selected>", "<option value=\"queued\" selected>")
        .contains("href=\"/jobs?slot=slot-007&amp;state=failed\"");
  }

  @Test
  void hasFiftyOnAPage() throws Exception {
    for (int i = 1; i <= 120; i++) {
      put(QueuedJob.accepted(order(i)));
    }

    assertThat(rows("/jobs")).hasSize(50);
    assertThat(rows("/jobs?page=3")).hasSize(20).last().isEqualTo(JobFixtures.aJobId(1).toString());
    assertThat(serg.get("/jobs?page=2&slot=slot-001").body())
        .contains("51–100 из 120", "data-newest=\"false\"")
        .contains("rel=\"prev\" href=\"/jobs?slot=slot-001\"")
        .contains("rel=\"next\" href=\"/jobs?slot=slot-001&amp;page=3\"");
    assertThat(serg.get("/jobs?page=3").body()).doesNotContain("rel=\"next\"");
    assertThat(serg.get("/jobs?page=9").body()).contains("На этой странице уже ничего нет");
  }

  @Test
  void htmxGetsTheListAlone() throws Exception {
    put(QueuedJob.accepted(order(1)));

    HttpResponse<String> list = serg.byScript().get("/jobs?slot=&state=queued");

    assertThat(list.body()).startsWith("<div id=\"jobs\"").doesNotContain("<html", "<form");
    assertThat(list.headers().firstValue("HX-Push-Url")).contains("/jobs?state=queued");
    assertThat(serg.byScript().get("/jobs/" + JobFixtures.aJobId(1) + "/row").body())
        .startsWith("<span id=\"row-");
  }

  @Test
  void explainsALateResult() throws Exception {
    MediaObject result = photo();
    Job late = put(running(1).succeed(result.id(), new Cost(39_000), AT.plusSeconds(64)));

    String page = serg.get("/jobs/" + late.id()).body();

    assertThat(page)
        .contains("<html", "Фотобудка ждала 48 с и получила 504", "готов через 63 с")
        .contains("Результат хранится до", "datetime=\"" + result.expiresAt() + "\"")
        .contains("href=\"/api/jobs/" + late.id() + "/result\" download=");
    assertThat(english("/jobs/" + late.id())).contains("The booth waited 48 s and got 504");
  }

  @Test
  void tellsOfEveryAttemptAndWhereTheTimeWent() throws Exception {
    QueuedJob queued = QueuedJob.accepted(order(1));
    jobs.insert(queued);
    RunningJob first = queued.start(AT.plusSeconds(3));
    jobs.start(first);
    var failure = new JobFailure(FailureKind.UNAVAILABLE, "HTTP_503", HOSTILE, new Cost(1_000));
    QueuedJob again = first.retry(failure.cost(), AT.plusSeconds(8));
    jobs.release(again, new AttemptEnd.Failed(failure), CallTimes.NONE, AT.plusSeconds(7));
    RunningJob second = again.start(AT.plusSeconds(9));
    jobs.start(second);
    MediaObject result = photo();
    jobs.release(
        second.succeed(result.id(), new Cost(39_000), AT.plusSeconds(20)),
        new AttemptEnd.Delivered(new Cost(39_000), 1_290),
        new CallTimes(AT.plusSeconds(10), AT.plusSeconds(18)),
        AT.plusSeconds(20));

    String details = serg.byScript().get("/jobs/" + queued.id()).body();

    assertThat(details)
        .doesNotContain("<html", "<img src=x")
        .contains("&lt;img src=x")
        .contains("HTTP_503", "Не получилось", "Результат получен", "токенов")
        .contains("1. The provider gemini", "2. The provider gemini", "role=\"img\" aria-label=")
        .contains("Провайдер 8 с", "Очередь 2 с", "class=\"stage-provider\"");
  }

  @Test
  void showsWhatTheBoothSentAsItWasSent() throws Exception {
    Job job =
        put(
            QueuedJob.accepted(
                JobFixtures.anOrder().withFields(Map.of("survey1", HOSTILE)).build()));

    assertThat(serg.get("/jobs/" + job.id()).body())
        .contains("survey1", "&lt;img src=x")
        .doesNotContain("<img src=x");
  }

  @Test
  void saysWhyAJobCanNotBeRunAgain() throws Exception {
    Job gone = put(running(1).expire(Cost.ZERO, AT.plusSeconds(606)));
    Job open = put(running(2));

    assertThat(serg.get("/jobs/" + gone.id()).body())
        .contains("исходное фото уже удалено", "<button class=\"button\" disabled")
        .contains("id=\"delete-" + gone.id());
    assertThat(serg.get("/jobs/" + open.id()).body())
        .contains("когда задача закончится")
        .doesNotContain("id=\"delete-");
  }

  @Test
  void runsAJobAgain() throws Exception {
    Job ended = put(running(1).expire(Cost.ZERO, AT.plusSeconds(606)));
    Job again = QueuedJob.accepted(order(2));
    rerun =
        new RerunJobOutcome.Queued(
            new JobView(again, Optional.empty(), Optional.empty(), Optional.empty()));
    String path = "/jobs/" + ended.id() + "/rerun";

    assertThat(serg.post(path, Map.of()).headers().firstValue("Location"))
        .contains("/jobs/" + again.id());
    assertThat(serg.byScript().post(path, Map.of()).body())
        .contains("Задача запущена заново", "href=\"/jobs/" + again.id() + "\"");
    assertThat(serg.postBare(path, "a=b").statusCode()).isEqualTo(403);
  }

  @Test
  void aRefusalIsToldAsTheApiTellsIt() throws Exception {
    Job ended = put(running(1).expire(Cost.ZERO, AT.plusSeconds(606)));

    HttpResponse<String> page = serg.post("/jobs/" + ended.id() + "/rerun", Map.of());
    HttpResponse<String> script = serg.byScript().post("/jobs/" + ended.id() + "/rerun", Map.of());

    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.body()).contains("<html");
    assertThat(script.body()).contains("\"source_deleted\"");
  }

  @Test
  void deletesAJob() throws Exception {
    String path = "/jobs/" + JobFixtures.aJobId(1) + "/delete";

    assertThat(serg.post(path, Map.of()).headers().firstValue("Location")).contains("/jobs");
    assertThat(serg.byScript().post(path, Map.of()).body())
        .startsWith("<li id=\"job-" + JobFixtures.aJobId(1))
        .contains("Задача удалена");
    deletion = new DeleteJobOutcome.NotFinished();
    assertThat(serg.post(path, Map.of()).statusCode()).isEqualTo(409);
  }

  @Test
  void whatIsNotThereIsAPageThatSaysSo() throws Exception {
    assertThat(serg.get("/jobs/" + new JobId(new UUID(1, 2))).statusCode()).isEqualTo(404);
    assertThat(serg.get("/jobs/nonsense").statusCode()).isEqualTo(404);
    assertThat(serg.post("/jobs/nonsense/delete", Map.of()).statusCode()).isEqualTo(404);
  }

  private Job put(Job job) {
    jobs.put(job);
    return job;
  }

  private MediaObject photo() {
    return media.upload(PhotoFixtures.aPhoto().build(), TestServer.NOW.plusSeconds(3600));
  }

  private static JobOrder order(int number) {
    return JobFixtures.anOrder()
        .withId(JobFixtures.aJobId(number))
        .withReceivedAt(AT.plusSeconds(1))
        .withSource(new MediaId(new UUID(0, number)))
        .build();
  }

  private static RunningJob running(int number) {
    return QueuedJob.accepted(order(number)).start(AT.plusSeconds(2));
  }

  private String english(String path) throws Exception {
    return serg.with("Accept-Language", "en").get(path).body();
  }

  private List<String> rows(String path) throws Exception {
    return ROWS.matcher(serg.get(path).body())
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }
}
