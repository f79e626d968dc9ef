package dev.photobridge.adapter.http.page.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.testing.FakePageSession;
import dev.photobridge.adapter.http.testing.PageClient;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.JobDto;
import dev.photobridge.openapi.model.JobFailureDto;
import dev.photobridge.openapi.model.JobHistoryDto;
import dev.photobridge.openapi.model.JobOriginDto;
import dev.photobridge.openapi.model.JobStageDto;
import dev.photobridge.openapi.model.JobStageDto.NameEnum;
import dev.photobridge.openapi.model.JobStateDto;
import dev.photobridge.openapi.model.SlotTestDto;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlotTestPageTest {
  private static final String AT = "/slots/slot-005";
  private static final String PHOTO = "0a403f97-312f-4fc5-9f01-7de121c9a9d7";
  private static final Instant START = TestServer.NOW;
  private static final UUID JOB = new UUID(1, 2);

  private final FakeSlotApis fake = new FakeSlotApis();
  private final TestServer server =
      TestServer.start(
          TestHandlers.of(new FakePageSession()),
          new SlotPage(fake.apis()),
          new SlotTestPage(fake.apis()));
  private final PageClient serg = PageClient.signedIn(server);

  @AfterEach
  void stop() {
    serg.close();
    server.close();
  }

  @Test
  void triesTheFormAsItStandsAndShowsHowFarItIs() throws Exception {
    fake.job = job(JOB, JobStateDto.RUNNING, null, null);
    fake.jobs.addAll(List.of(took(14), took(19), took(16), took(15)));

    HttpResponse<String> panel = serg.byScript().post(AT + "/test", form(PHOTO));

    SlotTestDto test = Objects.requireNonNull(fake.tested);
    assertThat(test.photoMediaId()).hasToString(PHOTO);
    assertThat(Objects.requireNonNull(test.setup()).settingsJson())
        .containsEntry("prompt", "unsaved");
    assertThat(fake.saved).isNull();
    assertThat(panel.statusCode()).isEqualTo(200);
    assertThat(panel.body())
        .startsWith("<section")
        .contains("data-test=\"running\"", "data-job=\"" + JOB + "\"", "data-limit=\"48\"")
        .contains("Ждём провайдера", "обычно 15–16 с", "предел фотобудки — 48 с")
        .contains("gemini-3-pro-image")
        .contains("stage-now", "stage-todo")
        .doesNotContain("/result");
  }

  @Test
  void withoutScriptsThePageItselfShowsIt() throws Exception {
    fake.job = job(JOB, JobStateDto.QUEUED, null, null);

    String page = serg.post(AT + "/test", form(PHOTO)).body();

    assertThat(page).contains("<!doctype html>", "data-test=\"running\"", "unsaved</textarea>");
  }

  @Test
  void aResultIsShownBesideThePhotoWithTimeAndPrice() throws Exception {
    fake.job = job(JOB, JobStateDto.SUCCEEDED, START.plusMillis(16_400), null);

    String panel = look("?photo=" + PHOTO + "&model=Nano%20%3Cb%3E");

    assertThat(panel)
        .contains("data-test=\"done\"", "src=\"/api/jobs/" + JOB + "/result\"")
        .contains("src=\"/public/media/" + PHOTO + "\"", "data-compare-range")
        .contains("16,4 с", "0,0336", "The gemini · The change_image · Nano &lt;b&gt;")
        .contains("download");
  }

  @Test
  void aLateResultSaysWhatTheBoothWouldHaveGot() throws Exception {
    fake.job = job(JOB, JobStateDto.SUCCEEDED_LATE, START.plusSeconds(63), null);

    assertThat(look("")).contains("data-test=\"late\"", "через 48 с", "/result");
  }

  @Test
  void aFailureIsToldInWords() throws Exception {
    fake.job =
        job(
            JOB,
            JobStateDto.FAILED,
            START.plusSeconds(5),
            new JobFailureDto(ErrorCodeDto.PROVIDER_FAILED, "Gemini отказал.", null, null));

    assertThat(look("?photo=../../etc"))
        .contains("data-test=\"failed\"", "Gemini отказал.")
        .doesNotContain("/result", "etc");
  }

  @Test
  void aTestWithoutAPhotoLeadsToTheZone() throws Exception {
    String panel = serg.byScript().post(AT + "/test", form("")).body();

    assertThat(panel)
        .contains("data-test=\"refused\"", "href=\"#field-test-photo\"")
        .contains("Загрузите фото, на котором проверить слот.");
    assertThat(fake.tested).isNull();
  }

  @Test
  void aRefusedSettingIsNamedWithALinkToItsField() throws Exception {
    fake.refusal =
        ErrorAnswer.of(ErrorCodeDto.MEDIA_NOT_USABLE)
            .with("field", "/setup/settings_json/reference_media_id");

    assertThat(serg.byScript().post(AT + "/test", form(PHOTO)).body())
        .contains("href=\"#field-setup-settings-reference-media-id\"", "Загрузите его ещё раз");
  }

  @Test
  void aFullQueueIsSaidInThePanel() throws Exception {
    fake.refusal = ErrorAnswer.of(ErrorCodeDto.QUEUE_FULL).with(ErrorAnswer.RETRY_AFTER_SEC, 5);

    HttpResponse<String> panel = serg.byScript().post(AT + "/test", form(PHOTO));

    assertThat(panel.statusCode()).isEqualTo(200);
    assertThat(panel.body()).contains("data-test=\"refused\"");
  }

  @Test
  void whatIsNoJobIsNotThere() throws Exception {
    assertThat(serg.get(AT + "/tests/none").statusCode()).isEqualTo(404);
  }

  private String look(String query) throws Exception {
    return serg.byScript().get(AT + "/tests/" + JOB + query).body();
  }

  private static Map<String, String> form(String photo) {
    var fields = new HashMap<String, String>();
    fields.put("name", "Booth");
    fields.put("setup.provider", "gemini");
    fields.put("setup.operation", "change_image");
    fields.put("setup.drawn", "gemini/change_image");
    fields.put("setup.settings.prompt", "unsaved");
    fields.put("setup.settings.model", "gemini-3-pro-image");
    fields.put("test.photo", photo);
    return fields;
  }

  private static JobDto took(int seconds) {
    return job(UUID.randomUUID(), JobStateDto.SUCCEEDED, START.plusSeconds(seconds), null);
  }

  private static JobDto job(
      UUID id, JobStateDto state, @Nullable Instant finishedAt, @Nullable JobFailureDto failure) {
    boolean result = state == JobStateDto.SUCCEEDED || state == JobStateDto.SUCCEEDED_LATE;
    return new JobDto(
        id,
        "slot-005",
        JobOriginDto.TEST,
        null,
        state,
        "gemini",
        "change_image",
        START,
        START.plusSeconds(48),
        finishedAt,
        1,
        failure,
        result ? new BigDecimal("0.0336") : null,
        result,
        null,
        true,
        Map.of(),
        new JobHistoryDto(
            List.of(),
            List.of(
                new JobStageDto(NameEnum.QUEUE, START, START.plusSeconds(1)),
                new JobStageDto(NameEnum.PROVIDER, START.plusSeconds(1), finishedAt))));
  }
}
