package dev.photobridge.adapter.provider.turbotext;

import static dev.photobridge.adapter.provider.turbotext.FakeTurbotext.json;
import static dev.photobridge.adapter.provider.turbotext.TurbotextFixture.failureOf;
import static dev.photobridge.adapter.provider.turbotext.TurbotextFixture.imageOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.job.FailureKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How a result is come by: asked for, or reported to the webhook.
class TurbotextResultTest {
  private static final byte[] IMAGE = "an image".getBytes(UTF_8);
  private static final DeferredCall QUEUED = new DeferredCall("queue:mix_images:7");
  private static final String ASYNC = "async:mix_images:4711";

  @TempDir private Path folder;
  private TurbotextFixture turbotext;

  @BeforeEach
  void start() throws Exception {
    turbotext = new TurbotextFixture(folder);
    turbotext.fake().hasImage("/uploads/a%20b.jpg", IMAGE);
  }

  @AfterEach
  void stop() throws Exception {
    turbotext.fake().assertRequestsFollowTheContract();
    turbotext.close();
    assertThat(turbotext.drafts().left()).isZero();
  }

  private String site() {
    return turbotext.fake().address().base().resolve("/").toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'success':true,'uploaded_image':'SITEuploads/a b.jpg','data':{'prompt':'x'}}",
        "{'success':true,'data':{'uploaded_image':'SITEuploads/a%20b.jpg'}}",
        "{'success':true,'data':{'image':['/uploads/a b.jpg'],'forbidden_content':false}}",
        "{'success':true,'data':{'image':['uploads/a b.jpg','other.jpg'],'forbidden_content':''}}",
        "{'data':{'image':'SITEuploads/a%20b.jpg','width':768}}",
        "{'success':'true','uploaded_image':'','data':{'image':['/uploads/a b.jpg']}}",
      })
  void theImageIsFoundWhereverASampleHasIt(String answer) throws Exception {
    turbotext.fake().results(json(answer.replace("SITE", site())));

    assertThat(imageOf(turbotext.ask(QUEUED, Map.of()))).isEqualTo(IMAGE);
    assertThat(turbotext.fake().count("create_queue")).isZero();
  }

  @Test
  void reconnectMeansNotYet() throws Exception {
    turbotext.fake().results(json("{'success':true,'action':'reconnect'}"));

    var outcome = (ProviderOutcome.Deferred) turbotext.ask(QUEUED, Map.of("poll_after_sec", "2"));

    assertThat(outcome.call()).isEqualTo(QUEUED);
    assertThat(outcome.checkAfter()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void whatTheWebhookHeardIsEnough() throws Exception {
    var call =
        new DeferredCall(ASYNC, "{\"asyncid\":4711,\"uploaded_image\":\"/uploads/a b.jpg\"}");

    assertThat(imageOf(turbotext.ask(call, Map.of()))).isEqualTo(IMAGE);
    assertThat(turbotext.fake().posts()).as("nobody had to ask").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"asyncid\":4712,\"uploaded_image\":\"/uploads/other.jpg\"}",
        "{\"uploaded_image\":\"/uploads/other.jpg\"}",
        "{\"asyncid\":4711,\"action\":\"reconnect\"}",
        "<html>",
        "[]",
        "null",
      })
  void aReportThatIsNotAboutThisCallOrSaysNothingIsNoAnswer(String report) throws Exception {
    turbotext.fake().results(json("{'success':true,'uploaded_image':'/uploads/a b.jpg'}"));

    assertThat(imageOf(turbotext.ask(new DeferredCall(ASYNC, report), Map.of()))).isEqualTo(IMAGE);
    assertThat(turbotext.fake().count("get_result")).isEqualTo(1);
  }

  @Test
  void aReportOfACallWithoutAWebhookIsNotBelieved() throws Exception {
    turbotext.fake().results(json("{'success':true,'action':'reconnect'}"));
    var call = new DeferredCall(QUEUED.id(), "{\"asyncid\":7,\"uploaded_image\":\"/x.jpg\"}");

    assertThat(turbotext.ask(call, Map.of())).isInstanceOf(ProviderOutcome.Deferred.class);
    assertThat(turbotext.fake().fetched()).isEmpty();
  }

  @Test
  void aReportMayRefuse() throws Exception {
    var call =
        new DeferredCall(ASYNC, "{\"asyncid\":\"4711\",\"data\":{\"forbidden_content\":true}}");

    assertThat(failureOf(turbotext.ask(call, Map.of())).kind()).isEqualTo(FailureKind.REFUSED);
  }

  @Test
  void aReportedImageIsOnlyFetchedFromAllowedHosts() throws Exception {
    var call =
        new DeferredCall(
            ASYNC, "{\"asyncid\":4711,\"uploaded_image\":\"http://169.254.169.254/latest\"}");

    assertThat(failureOf(turbotext.ask(call, Map.of())).kind()).isEqualTo(FailureKind.RESULT_LOST);
    assertThat(turbotext.fake().fetched()).isEmpty();
  }

  @Test
  void aCallWithAWebhookCanBeAskedForToo() throws Exception {
    turbotext.fake().results(json("{'success':true,'uploaded_image':'/uploads/a b.jpg'}"));

    assertThat(imageOf(turbotext.ask(new DeferredCall(ASYNC), Map.of()))).isEqualTo(IMAGE);
  }

  @Test
  void whetherAnAsyncIdCanBeAskedForIsAParameter() throws Exception {
    var outcome =
        turbotext.ask(
            new DeferredCall(ASYNC), Map.of("ask_by_asyncid", "false", "webhook_check_sec", "30"));

    assertThat(((ProviderOutcome.Deferred) outcome).checkAfter()).isEqualTo(Duration.ofSeconds(30));
    assertThat(turbotext.fake().posts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{'success':false,'error':'queue not found'}", "{'success':true}", "{'data':{}}"})
  void anAsyncIdThatTheServiceDoesNotKnowLeavesItToTheWebhook(String answer) throws Exception {
    turbotext.fake().results(json(answer));

    var outcome = (ProviderOutcome.Deferred) turbotext.ask(new DeferredCall(ASYNC), Map.of());

    assertThat(outcome.call()).isEqualTo(new DeferredCall(ASYNC));
  }

  @Test
  void aKnownErrorEndsACallWithAWebhookToo() throws Exception {
    turbotext.fake().results(json("{'success':false,'error':'face_not_found'}"));

    assertThat(failureOf(turbotext.ask(new DeferredCall(ASYNC), Map.of())).kind())
        .isEqualTo(FailureKind.REFUSED);
  }

  @Test
  void aCallOfAnotherMakeIsNotAskedAbout() throws Exception {
    assertThat(failureOf(turbotext.ask(new DeferredCall("operations/7"), Map.of())).reason())
        .isEqualTo("CALL_UNKNOWN");
    assertThat(turbotext.fake().posts()).isEmpty();
  }
}
