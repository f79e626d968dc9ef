package dev.photobridge.adapter.http.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photobridge.adapter.http.error.ErrorMessages;
import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.port.in.DeleteJobOutcome;
import dev.photobridge.application.port.in.JobResultOutcome;
import dev.photobridge.application.port.in.JobView;
import dev.photobridge.application.port.in.ListJobsUseCase;
import dev.photobridge.application.port.in.OpenMediaUseCase.OpenedMedia;
import dev.photobridge.application.port.in.RerunJobOutcome;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.Page;
import dev.photobridge.application.testing.BytesFile;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.Attempt;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.CallTimes;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobHistory;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.JobOrigin;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.testing.CatalogueFixtures;
import dev.photobridge.domain.testing.JobFixtures;
import dev.photobridge.domain.testing.PhotoFixtures;
import dev.photobridge.domain.testing.SlotFixtures;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class JobsHandlerTest {
  private static final String SERG = "Authorization: " + TestServer.SERGS_TOKEN;
  private static final Instant DONE_AT = JobFixtures.RECEIVED_AT.plusSeconds(20);
  private static final MediaObject RESULT =
      new MediaObject(
          PhotoFixtures.aMediaId(9),
          MediaKind.RESULT,
          PhotoFixtures.aPhoto().build(),
          DONE_AT,
          DONE_AT.plus(Duration.ofDays(3)));
  private static final Job SUCCEEDED =
      JobFixtures.aRunningJob().succeed(RESULT.id(), new Cost(39_000), DONE_AT);

  private final FakeJobs jobs = new FakeJobs();
  private volatile DeleteJobOutcome deletion = new DeleteJobOutcome.JobUnknown();
  private volatile RerunJobOutcome rerun = new RerunJobOutcome.JobUnknown();
  private final TestServer server =
      TestServer.start(
          TestHandlers.of(
              new JobsHandler(jobs, (_, _) -> rerun, (_, _) -> deletion, new ErrorMessages()),
              new JobImagesHandler(jobs, new FakeJobImages())));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void showsAProcessedPhoto() throws IOException {
    jobs.show(SUCCEEDED, RESULT);

    JsonNode job = one();

    assertThat(job.get("id").asText()).isEqualTo(SUCCEEDED.id().toString());
    assertThat(job.get("slot_id").asText()).isEqualTo("slot-001");
    assertThat(job.get("state").asText()).isEqualTo("SUCCEEDED");
    assertThat(job.get("provider_id").asText()).isEqualTo("gemini");
    assertThat(job.get("operation_id").asText()).isEqualTo("change_image");
    assertThat(job.get("received_at").asText()).isEqualTo("2026-05-01T10:00:00Z");
    assertThat(job.get("finished_at").asText()).isEqualTo("2026-05-01T10:00:20Z");
    assertThat(job.get("attempts").asInt()).isEqualTo(1);
    assertThat(job.get("cost_usd").toString()).isEqualTo("0.039");
    assertThat(job.get("result_available").asBoolean()).isTrue();
    assertThat(job.get("result_expires_at").asText()).isEqualTo("2026-05-04T10:00:20Z");
    assertThat(job.at("/fields/name").asText()).isEqualTo("IMG_0001.JPG");
    assertThat(job.has("failure")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,0.000001", "39000,0.039", "10000000,10", "1500000,1.5"})
  void costIsANumberOfDollars(long microDollars, String written) throws IOException {
    jobs.show(
        JobFixtures.aRunningJob().succeed(RESULT.id(), new Cost(microDollars), DONE_AT), RESULT);

    try (RawClient client = server.connect()) {
      assertThat(client.request("GET", "/api/jobs/" + SUCCEEDED.id(), SERG).text())
          .contains("\"cost_usd\":" + written + ",");
    }
  }

  @Test
  void aDeletedResultIsNoLongerOffered() throws IOException {
    jobs.show(SUCCEEDED);

    JsonNode job = one();

    assertThat(job.get("state").asText()).isEqualTo("SUCCEEDED");
    assertThat(job.get("result_available").asBoolean()).isFalse();
    assertThat(job.has("result_expires_at")).isFalse();
  }

  static Stream<Arguments> states() {
    return Stream.of(
        Arguments.of(JobFixtures.aQueuedJob(), "QUEUED", 0, false),
        Arguments.of(JobFixtures.aRunningJob(), "RUNNING", 1, false),
        Arguments.of(
            JobFixtures.aRunningJob()
                .succeed(RESULT.id(), Cost.ZERO, JobFixtures.RECEIVED_AT.plusSeconds(60)),
            "SUCCEEDED_LATE",
            1,
            true),
        Arguments.of(JobFixtures.aRunningJob().expire(Cost.ZERO, DONE_AT), "EXPIRED", 1, true),
        Arguments.of(
            JobFixtures.aRunningJob().fail(JobFixtures.aFailure(FailureKind.UNAVAILABLE), DONE_AT),
            "FAILED",
            1,
            true));
  }

  @ParameterizedTest
  @MethodSource("states")
  void showsEveryState(Job job, String state, int attempts, boolean ended) throws IOException {
    jobs.show(job);

    JsonNode shown = one();

    assertThat(shown.get("state").asText()).isEqualTo(state);
    assertThat(shown.get("attempts").asInt()).isEqualTo(attempts);
    assertThat(shown.has("finished_at")).isEqualTo(ended);
    assertThat(shown.has("failure")).isEqualTo(state.equals("FAILED"));
  }

  @Test
  void explainsAFailureInTheOperatorsLanguage() throws IOException {
    var failure =
        new JobFailure(
            FailureKind.REFUSED, "IMAGE_SAFETY", "finishReason IMAGE_SAFETY", new Cost(1_000));
    jobs.show(JobFixtures.aRunningJob().fail(failure, DONE_AT));

    JsonNode english = one("Accept-Language: en").get("failure");
    JsonNode russian = one().get("failure");

    assertThat(english.get("code").asText()).isEqualTo("provider_refused");
    assertThat(english.get("message").asText()).contains("safety filter");
    assertThat(english.get("reason").asText()).isEqualTo("IMAGE_SAFETY");
    assertThat(english.get("detail").asText()).isEqualTo("finishReason IMAGE_SAFETY");
    assertThat(russian.get("message").asText()).contains("фильтр безопасности");
    assertThat(one().get("cost_usd").toString()).isEqualTo("0.001");
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfFailureHasACodeAndAText(FailureKind kind) throws IOException {
    jobs.show(JobFixtures.aRunningJob().fail(JobFailure.of(kind, "", ""), DONE_AT));

    JsonNode failure = one().get("failure");

    assertThat(failure.get("code").asText()).isNotBlank();
    assertThat(failure.get("message").asText()).isNotBlank();
    assertThat(failure.has("reason")).isFalse();
    assertThat(failure.has("detail")).isFalse();
  }

  @Test
  void listsAPageNewestFirstAsTheUseCaseHasIt() throws IOException {
    jobs.show(SUCCEEDED, RESULT);
    jobs.show(JobFixtures.aQueuedJob());

    JsonNode list = list("?page=3&page_size=2");

    assertThat(list.at("/data").findValuesAsText("state")).containsExactly("SUCCEEDED", "QUEUED");
    assertThat(list.at("/meta/page").asInt()).isEqualTo(3);
    assertThat(list.at("/meta/page_size").asInt()).isEqualTo(2);
    assertThat(list.at("/meta/total").asLong()).isEqualTo(12_345_678_901L);
    assertThat(jobs.filters).containsExactly(filter(Optional.empty(), Optional.empty()));
  }

  @Test
  void showsTenOfTheFirstPageUnlessAskedOtherwise() throws IOException {
    JsonNode list = list("");

    assertThat(list.at("/meta/page").asInt()).isEqualTo(1);
    assertThat(list.at("/meta/page_size").asInt()).isEqualTo(10);
  }

  @ParameterizedTest
  @EnumSource
  void filtersByEveryState(JobState state) throws IOException {
    list("?state=" + state + "&slot_id=slot-007");

    assertThat(jobs.filters)
        .containsExactly(filter(Optional.of(SlotId.number(7)), Optional.of(state)));
  }

  @Test
  void aSlotThatCantExistHasNoJobs() throws IOException {
    jobs.show(SUCCEEDED, RESULT);

    JsonNode list = list("?slot_id=slot-999&page=2");

    assertThat(list.at("/data")).isEmpty();
    assertThat(list.at("/meta/total").asInt()).isZero();
    assertThat(list.at("/meta/page").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "page=0,page",
    "page=x,page",
    "page=1000001,page",
    "page_size=0,page_size",
    "page_size=51,page_size",
    "page_size=99999999999,page_size",
    "state=DONE,state",
    "state=queued,state",
  })
  void parametersBeyondTheContractAreRefused(String query, String field) throws IOException {
    try (RawClient client = server.connect()) {
      RawResponse response = client.request("GET", "/api/jobs?" + query, SERG);

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.error("request_invalid").get("field").asText()).isEqualTo(field);
    }
  }

  @Test
  void anUnknownJobIsNotFound() throws IOException {
    try (RawClient client = server.connect()) {
      RawResponse job = client.request("GET", "/api/jobs/" + JobFixtures.aJobId(77), SERG);
      assertThat(job.status()).isEqualTo(404);
      job.error("job_not_found");
    }
    try (RawClient client = server.connect()) {
      RawResponse result =
          client.request("GET", "/api/jobs/" + JobFixtures.aJobId(77) + "/result", SERG);
      assertThat(result.status()).isEqualTo(404);
      result.error("job_not_found");
    }
  }

  @Test
  void sendsTheProcessedPhoto() throws IOException {
    var bytes = new byte[(int) RESULT.facts().fileSize().bytes()];
    bytes[7] = 7;
    jobs.result = new JobResultOutcome.Opened(new OpenedMedia(RESULT, new BytesFile(bytes)));

    RawResponse response = result();

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(bytes);
    assertThat(response.header("Content-Type")).contains("image/jpeg");
    assertThat(response.header("Cache-Control")).contains("private, no-cache");
    assertThat(response.header("Content-Disposition"))
        .contains("inline; filename=\"photobridge-" + SUCCEEDED.id() + ".jpg\"");
  }

  static Stream<Arguments> reasons() {
    return Stream.of(
        Arguments.of(new JobResultOutcome.NotFinished(), "not_finished", "ещё обрабатывается"),
        Arguments.of(new JobResultOutcome.NoPhoto(), "failed", "не удалась"),
        Arguments.of(new JobResultOutcome.Deleted(), "deleted", "удалена"));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void saysWhyThereIsNoResult(JobResultOutcome outcome, String reason, String words)
      throws IOException {
    jobs.result = outcome;

    RawResponse response = result();

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.error("result_not_found").get("reason").asText()).isEqualTo(reason);
    assertThat(response.json().at("/error/message").asText()).contains(words);
  }

  @Test
  void tellsAJobsHistory() throws IOException {
    Instant begun = JobFixtures.RECEIVED_AT.plusSeconds(1);
    var attempts =
        List.of(
            new Attempt(
                1,
                CatalogueFixtures.GEMINI,
                CatalogueFixtures.CHANGE_IMAGE,
                begun,
                begun.plusSeconds(3),
                new CallTimes(begun.plusSeconds(1), null),
                new AttemptEnd.Failed(JobFixtures.aFailure(FailureKind.UNAVAILABLE))),
            new Attempt(
                2,
                CatalogueFixtures.GEMINI,
                CatalogueFixtures.CHANGE_IMAGE,
                begun.plusSeconds(4),
                DONE_AT,
                new CallTimes(begun.plusSeconds(4), DONE_AT.minusSeconds(1)),
                new AttemptEnd.Delivered(new Cost(39_000), 1420)));
    jobs.show(SUCCEEDED, JobHistory.of(SUCCEEDED, attempts));

    JsonNode history = one().get("history");

    assertThat(history.at("/attempts/0/outcome").asText()).isEqualTo("failed");
    assertThat(history.at("/attempts/0/failure/code").asText()).isEqualTo("provider_unavailable");
    assertThat(history.at("/attempts/0/cost_usd").asInt()).isZero();
    assertThat(history.at("/attempts/0/tokens").isMissingNode()).isTrue();
    assertThat(history.at("/attempts/1/number").asInt()).isEqualTo(2);
    assertThat(history.at("/attempts/1/outcome").asText()).isEqualTo("delivered");
    assertThat(history.at("/attempts/1/tokens").asInt()).isEqualTo(1420);
    assertThat(history.at("/attempts/1/cost_usd").toString()).isEqualTo("0.039");
    assertThat(history.get("stages"))
        .extracting(stage -> stage.get("name").asText())
        .containsExactly("queue", "preparation", "provider", "queue", "provider", "saving");
    assertThat(history.at("/stages/0/started_at").asText()).isEqualTo("2026-05-01T10:00:00Z");
    assertThat(history.at("/stages/5/ended_at").asText()).isEqualTo("2026-05-01T10:00:20Z");
  }

  @Test
  void anAttemptThatGoesOnHasNeitherEndNorPrice() throws IOException {
    Job running = JobFixtures.aRunningJob();
    var attempt =
        new Attempt(
            1,
            CatalogueFixtures.GEMINI,
            CatalogueFixtures.CHANGE_IMAGE,
            JobFixtures.RECEIVED_AT.plusSeconds(1),
            null,
            CallTimes.NONE,
            null);
    jobs.show(running, JobHistory.of(running, List.of(attempt)));

    JsonNode history = one().get("history");

    assertThat(history.at("/attempts/0").has("ended_at")).isFalse();
    assertThat(history.at("/attempts/0").has("outcome")).isFalse();
    assertThat(history.at("/attempts/0").has("cost_usd")).isFalse();
    assertThat(history.at("/stages/1/name").asText()).isEqualTo("preparation");
    assertThat(history.at("/stages/1").has("ended_at")).isFalse();
  }

  @Test
  void listsWhatSatisfiesEveryFilter() throws IOException {
    list(
        "?state=FAILED&slot_id=slot-002&provider_id=gemini&origin=rerun"
            + "&received_from=2026-05-01T00:00:00Z&received_before=2026-05-02T00:00:00Z");

    assertThat(jobs.filters)
        .containsExactly(
            new JobRepository.Filter(
                SlotFixtures.SERG,
                Optional.of(SlotId.number(2)),
                Optional.of(JobState.FAILED),
                Optional.of(CatalogueFixtures.GEMINI),
                Optional.of(JobOrigin.Kind.RERUN),
                Optional.of(Instant.parse("2026-05-01T00:00:00Z")),
                Optional.of(Instant.parse("2026-05-02T00:00:00Z"))));
  }

  @Test
  void aJobIsDeleted() throws IOException {
    deletion = new DeleteJobOutcome.Deleted();

    assertThat(delete().status()).isEqualTo(204);
  }

  @Test
  void saysWhyAJobIsNotDeleted() throws IOException {
    deletion = new DeleteJobOutcome.JobUnknown();
    RawResponse unknown = delete();
    deletion = new DeleteJobOutcome.NotFinished();
    RawResponse open = delete();

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.error("job_not_found")).isNotNull();
    assertThat(open.status()).isEqualTo(409);
    assertThat(open.error("job_not_finished")).isNotNull();
  }

  private RawResponse delete() throws IOException {
    try (RawClient client = server.connect()) {
      return client.request("DELETE", "/api/jobs/" + SUCCEEDED.id(), SERG);
    }
  }

  @Test
  void aJobIsRunAgain() throws IOException {
    JobOrder again =
        JobFixtures.ofOrigin(
            new JobOrigin.Rerun(JobFixtures.aJobId(7)), JobFixtures.anOrder().build());
    rerun =
        new RerunJobOutcome.Queued(
            new JobView(
                QueuedJob.accepted(again),
                Optional.empty(),
                Optional.of(RESULT),
                Optional.empty()));

    RawResponse response = rerun();

    assertThat(response.status()).isEqualTo(202);
    assertThat(response.json().get("state").asText()).isEqualTo("QUEUED");
    assertThat(response.json().get("origin").asText()).isEqualTo("rerun");
    assertThat(response.json().get("rerun_of").asText())
        .isEqualTo(JobFixtures.aJobId(7).toString());
    assertThat(response.json().get("source_available").asBoolean()).isTrue();
  }

  static Stream<Arguments> noReruns() {
    return Stream.of(
        Arguments.of(new RerunJobOutcome.JobUnknown(), 404, "job_not_found"),
        Arguments.of(new RerunJobOutcome.NotFinished(), 409, "job_not_finished"),
        Arguments.of(new RerunJobOutcome.SourceDeleted(), 409, "source_deleted"),
        Arguments.of(new RerunJobOutcome.QueueFull(), 503, "queue_full"),
        Arguments.of(new RerunJobOutcome.Stopping(), 503, "shutting_down"));
  }

  @ParameterizedTest
  @MethodSource("noReruns")
  void saysWhyAJobIsNotRunAgain(RerunJobOutcome outcome, int status, String code)
      throws IOException {
    rerun = outcome;

    RawResponse response = rerun();

    assertThat(response.status()).isEqualTo(status);
    assertThat(response.error(code)).isNotNull();
  }

  private RawResponse rerun() throws IOException {
    try (RawClient client = server.connect()) {
      return client.request("POST", "/api/jobs/" + SUCCEEDED.id() + "/rerun", SERG);
    }
  }

  private static JobRepository.Filter filter(Optional<SlotId> slot, Optional<JobState> state) {
    return new JobRepository.Filter(
        SlotFixtures.SERG,
        slot,
        state,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private RawResponse result() throws IOException {
    try (RawClient client = server.connect()) {
      return client.request("GET", "/api/jobs/" + SUCCEEDED.id() + "/result", SERG);
    }
  }

  private JsonNode one(String... headers) throws IOException {
    var all = new ArrayList<>(List.of(headers));
    all.add(SERG);
    try (RawClient client = server.connect()) {
      RawResponse response =
          client.request("GET", "/api/jobs/" + SUCCEEDED.id(), all.toArray(String[]::new));
      assertThat(response.status()).isEqualTo(200);
      return response.json();
    }
  }

  private JsonNode list(String query) throws IOException {
    try (RawClient client = server.connect()) {
      RawResponse response = client.request("GET", "/api/jobs" + query, SERG);
      assertThat(response.status()).isEqualTo(200);
      return response.json();
    }
  }

  private static final class FakeJobs implements ListJobsUseCase {
    private final List<JobView> views = new ArrayList<>();
    private final List<JobRepository.Filter> filters = new ArrayList<>();
    private JobResultOutcome result = new JobResultOutcome.JobUnknown();

    void show(Job job) {
      views.add(new JobView(job, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    void show(Job job, JobHistory history) {
      views.add(new JobView(job, Optional.empty(), Optional.empty(), Optional.of(history)));
    }

    void show(Job job, MediaObject photo) {
      views.add(new JobView(job, Optional.of(photo), Optional.empty(), Optional.empty()));
    }

    @Override
    public Page<JobView> list(JobRepository.Filter filter, int page, int pageSize) {
      filters.add(filter);
      return new Page<>(views, page, pageSize, 12_345_678_901L);
    }

    @Override
    public Optional<JobView> find(AccountName account, JobId id) {
      return views.stream()
          .filter(view -> view.job().order().slot().account().equals(account))
          .filter(view -> view.job().id().equals(id))
          .findFirst();
    }

    @Override
    public JobResultOutcome result(AccountName account, JobId id) {
      return id.equals(SUCCEEDED.id()) && account.equals(SlotFixtures.SERG)
          ? result
          : new JobResultOutcome.JobUnknown();
    }
  }
}
