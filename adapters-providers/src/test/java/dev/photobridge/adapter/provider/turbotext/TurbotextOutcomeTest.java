package dev.photobridge.adapter.provider.turbotext;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.photobridge.adapter.provider.turbotext.FakeTurbotext.json;
import static dev.photobridge.adapter.provider.turbotext.TurbotextFixture.PRICE;
import static dev.photobridge.adapter.provider.turbotext.TurbotextFixture.WEBHOOK;
import static dev.photobridge.adapter.provider.turbotext.TurbotextFixture.built;
import static dev.photobridge.adapter.provider.turbotext.TurbotextFixture.failureOf;
import static dev.photobridge.domain.job.FailureKind.KEY_REJECTED;
import static dev.photobridge.domain.job.FailureKind.NO_IMAGE;
import static dev.photobridge.domain.job.FailureKind.QUOTA_EXHAUSTED;
import static dev.photobridge.domain.job.FailureKind.RATE_LIMITED;
import static dev.photobridge.domain.job.FailureKind.REFUSED;
import static dev.photobridge.domain.job.FailureKind.REQUEST_REJECTED;
import static dev.photobridge.domain.job.FailureKind.RESULT_LOST;
import static dev.photobridge.domain.job.FailureKind.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.photobridge.adapter.provider.http.ScriptedServer;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.Cost;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What comes of every answer that the service is known, or said, to give.
class TurbotextOutcomeTest {
  private static final DeferredCall QUEUED = new DeferredCall("queue:mix_images:7");

  @TempDir private Path folder;
  private TurbotextFixture turbotext;

  @BeforeEach
  void start() throws Exception {
    turbotext = new TurbotextFixture(folder);
  }

  @AfterEach
  void stop() throws Exception {
    turbotext.fake().assertRequestsFollowTheContract();
    turbotext.close();
    assertThat(turbotext.drafts().left()).isZero();
  }

  /// An answer without an image and what comes of it.
  ///
  /// @param paid whether the call counts as paid for
  record Row(
      String name,
      ResponseDefinitionBuilder answer,
      FailureKind kind,
      String reason,
      String detail,
      boolean paid) {
    static Row free(
        String name, int status, String body, FailureKind kind, String reason, String detail) {
      return new Row(name, json(body).withStatus(status), kind, reason, detail, false);
    }

    static Row paid(
        String name, int status, String body, FailureKind kind, String reason, String detail) {
      return new Row(name, json(body).withStatus(status), kind, reason, detail, true);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Row> creations() {
    return Stream.of(
        Row.free("limit", 200, error("LIMIT"), RATE_LIMITED, "LIMIT", "too many calls"),
        Row.free("busy", 200, error("provider_busy"), UNAVAILABLE, "PROVIDER_BUSY", "busy"),
        Row.free("url", 200, error("url_error"), REQUEST_REJECTED, "URL_ERROR", "PUBLIC_BASE_URL"),
        Row.free("params", 200, error("params_error"), REQUEST_REJECTED, "PARAMS_ERROR", "setting"),
        Row.free("no face", 200, error("face_not_found"), REFUSED, "FACE_NOT_FOUND", "no face"),
        Row.free(
            "words of their own",
            200,
            error("Недостаточно прав: купите тариф"),
            REQUEST_REJECTED,
            "PROVIDER_ERROR",
            "Недостаточно прав: купите тариф"),
        Row.free(
            "words elsewhere",
            200,
            "{'success':false,'message':'нет денег'}",
            REQUEST_REJECTED,
            "PROVIDER_ERROR",
            "нет денег"),
        Row.free(
            "an error that is an object",
            200,
            "{'error':{'code':'LIMIT','text':'slow down'}}",
            RATE_LIMITED,
            "LIMIT",
            ""),
        Row.free(
            "the key, repeated",
            200,
            error("bad " + FakeTurbotext.KEY),
            REQUEST_REJECTED,
            "PROVIDER_ERROR",
            "bad (key)"),
        Row.free("401", 401, "{}", KEY_REJECTED, "HTTP_401", "TURBOTEXT_API_KEY"),
        Row.free("403", 403, "<html>", KEY_REJECTED, "HTTP_403", "tariff"),
        Row.free("402", 402, "", QUOTA_EXHAUSTED, "HTTP_402", "money"),
        Row.free("404", 404, "<html>", REQUEST_REJECTED, "HTTP_404", "method"),
        Row.free("400", 400, error("x"), REQUEST_REJECTED, "PROVIDER_ERROR", "x"),
        Row.free("413", 413, "", REQUEST_REJECTED, "HTTP_413", "does not accept"),
        Row.free("a redirect", 302, "", REQUEST_REJECTED, "HTTP_302", "TURBOTEXT_BASE_URL"),
        Row.paid("500", 500, "{}", RESULT_LOST, "HTTP_500", "not made again"),
        Row.paid("502", 502, "<html>", RESULT_LOST, "HTTP_502", "not made again"),
        Row.paid("503", 503, error("LIMIT"), RESULT_LOST, "HTTP_503", "LIMIT"),
        Row.paid("504", 504, "", RESULT_LOST, "HTTP_504", "not made again"),
        Row.paid("408", 408, "", RESULT_LOST, "HTTP_408", "not made again"),
        Row.paid("a page", 200, "<html>Sign in!</html>", RESULT_LOST, "ANSWER_UNKNOWN", "JSON"),
        Row.paid("nothing", 200, "", RESULT_LOST, "ANSWER_UNKNOWN", ""),
        Row.paid("a list", 200, "[]", RESULT_LOST, "ANSWER_UNKNOWN", "[]"),
        Row.paid("success alone", 200, "{'success':true}", RESULT_LOST, "ANSWER_UNKNOWN", "true"),
        Row.paid("no number", 200, "{'queueid':'x'}", RESULT_LOST, "ANSWER_UNKNOWN", "x"),
        Row.paid("half", 200, "{'success':true,'queue", RESULT_LOST, "ANSWER_UNKNOWN", ""),
        Row.paid("too much", 200, "x".repeat(70_000), RESULT_LOST, "ANSWER_TOO_LARGE", ""));
  }

  @ParameterizedTest
  @MethodSource("creations")
  void anAnswerToCreateQueue(Row row) throws Exception {
    turbotext.fake().creates(row.answer());

    JobFailure failure = failureOf(turbotext.process(turbotext.aCall("change_image")));

    assertRow(row, failure);
    assertThat(turbotext.fake().count("create_queue")).isEqualTo(1);
    if (row.paid()) {
      assertThat(failure.kind().isRetryable()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aConnectionThatBreaksAfterSendingIsNotTriedAgain(Fault fault) throws Exception {
    turbotext.fake().creates(aResponse().withFault(fault));

    JobFailure failure = failureOf(turbotext.process(turbotext.aCall("change_image")));

    assertThat(failure.kind()).isEqualTo(RESULT_LOST);
    assertThat(failure.cost()).isEqualTo(PRICE);
    assertThat(turbotext.fake().count("create_queue")).isEqualTo(1);
  }

  @Test
  void aServiceThatNeverAnswersIsNotTriedAgain() throws Exception {
    turbotext.fake().creates(aResponse().withFixedDelay(600_000));

    JobFailure failure =
        failureOf(
            turbotext.process(
                turbotext.aCall("change_image").withTimeLeft(Duration.ofMillis(900))));

    assertThat(failure.kind()).isEqualTo(RESULT_LOST);
    assertThat(failure.reason()).isEqualTo("TIMEOUT");
  }

  @Test
  void anAnswerThatDripsIsCutAndNotTriedAgain() throws Exception {
    try (var server =
        new ScriptedServer(
            connection -> {
              connection.request();
              connection.send("HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n");
              connection.drip(" ");
            })) {
      var call =
          built(turbotext.aCall("change_image").withTimeLeft(Duration.ofMillis(900)), WEBHOOK);

      JobFailure failure = failureOf(at(server.address()).process(call));

      assertThat(failure.kind()).isEqualTo(RESULT_LOST);
    }
  }

  @Test
  void whatCertainlyWasNotSentMayBeTriedAgain() throws Exception {
    int closedPort;
    try (var socket = new ServerSocket(0)) {
      closedPort = socket.getLocalPort();
    }
    for (String nowhere :
        new String[] {"http://127.0.0.1:" + closedPort, "http://no-such-host.invalid"}) {
      var call = built(turbotext.aCall("change_image"), WEBHOOK);

      JobFailure failure = failureOf(at(URI.create(nowhere)).process(call));

      assertThat(failure.kind()).as(nowhere).isEqualTo(UNAVAILABLE);
      assertThat(failure.cost()).isEqualTo(Cost.ZERO);
    }
  }

  @Test
  void aPauseThatTheServiceAsksForIsPassedOn() throws Exception {
    turbotext.fake().creates(json("{}").withStatus(429).withHeader("Retry-After", "7"));

    var outcome = (ProviderOutcome.Failed) turbotext.process(turbotext.aCall("change_image"));

    assertThat(outcome.failure().kind()).isEqualTo(RATE_LIMITED);
    assertThat(outcome.retryAfter()).contains(Duration.ofSeconds(7));
  }

  @Test
  void theCatalogueMayKnowMoreWords() throws Exception {
    turbotext.fake().creates(json(error("Not enough money!")));
    var provider = turbotext.provider(Map.of("error.not enough money", "QUOTA_EXHAUSTED"));

    JobFailure failure =
        failureOf(provider.process(built(turbotext.aCall("change_image"), WEBHOOK)));

    assertThat(failure.kind()).isEqualTo(QUOTA_EXHAUSTED);
    assertThat(failure.reason()).isEqualTo("NOT_ENOUGH_MONEY");
    assertThat(failure.detail()).contains("Not enough money!");
  }

  private static Stream<Row> results() {
    return Stream.of(
        Row.paid(
            "forbidden",
            200,
            "{'success':true,'uploaded_image':'/a.jpg','data':{'forbidden_content':true}}",
            REFUSED,
            "FORBIDDEN_CONTENT",
            "moderation"),
        Row.paid(
            "forbidden, beside",
            200,
            "{'success':true,'forbidden_content':'1'}",
            REFUSED,
            "FORBIDDEN_CONTENT",
            "moderation"),
        Row.paid("no face", 200, error("face_not_found"), REFUSED, "FACE_NOT_FOUND", "no face"),
        Row.paid("url", 200, error("url_error"), REQUEST_REJECTED, "URL_ERROR", "PUBLIC_BASE_URL"),
        Row.paid("their words", 200, error("Упс"), REQUEST_REJECTED, "PROVIDER_ERROR", "Упс"),
        Row.paid("busy", 200, error("provider_busy"), UNAVAILABLE, "PROVIDER_BUSY", "busy"),
        Row.paid("limit", 200, error("LIMIT"), RATE_LIMITED, "LIMIT", ""),
        Row.paid("no image", 200, "{'success':true,'data':{}}", RESULT_LOST, "NO_IMAGE", "data"),
        Row.paid(
            "an address elsewhere",
            200,
            "{'success':true,'uploaded_image':'https://elsewhere.example/a.jpg'}",
            RESULT_LOST,
            "RESULT_HOST_NOT_ALLOWED",
            "elsewhere.example"),
        Row.paid(
            "no address",
            200,
            "{'success':true,'uploaded_image':'http://['}",
            RESULT_LOST,
            "RESULT_ADDRESS_INVALID",
            ""),
        Row.paid(
            "an image that is not there yet",
            200,
            "{'success':true,'uploaded_image':'/gone.jpg'}",
            UNAVAILABLE,
            "RESULT_HTTP_404",
            ""),
        Row.paid("a page", 200, "<html>", UNAVAILABLE, "ANSWER_NOT_JSON", ""),
        Row.paid("nothing", 200, "", UNAVAILABLE, "ANSWER_NOT_JSON", ""),
        Row.paid("a list", 200, "[]", UNAVAILABLE, "ANSWER_NOT_JSON", ""),
        Row.paid("too much", 200, "x".repeat(70_000), UNAVAILABLE, "ANSWER_TOO_LARGE", ""),
        Row.paid("500", 500, "", UNAVAILABLE, "HTTP_500", ""),
        Row.paid("503", 503, "", UNAVAILABLE, "HTTP_503", ""),
        Row.paid("429", 429, "", RATE_LIMITED, "HTTP_429", ""),
        Row.paid("302", 302, "", UNAVAILABLE, "HTTP_302", ""),
        Row.paid("401", 401, "", KEY_REJECTED, "HTTP_401", ""),
        Row.paid("404", 404, "", REQUEST_REJECTED, "HTTP_404", ""));
  }

  @ParameterizedTest
  @MethodSource("results")
  void anAnswerToGetResult(Row row) throws Exception {
    turbotext.fake().results(row.answer());

    JobFailure failure = failureOf(turbotext.ask(QUEUED, Map.of()));

    assertRow(row, failure);
    assertThat(turbotext.fake().count("get_result")).isEqualTo(1);
    assertThat(turbotext.fake().count("create_queue")).isZero();
    assertThat(failure.kind())
        .as("either final, or asked about again by the engine, but never another call")
        .isNotIn(NO_IMAGE, FailureKind.UNUSABLE_ANSWER);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aQuestionThatBreaksOffIsAskedAgain(Fault fault) throws Exception {
    turbotext.fake().results(aResponse().withFault(fault));

    assertThat(failureOf(turbotext.ask(QUEUED, Map.of())).kind()).isEqualTo(UNAVAILABLE);
  }

  private static void assertRow(Row row, JobFailure failure) {
    assertThat(failure.kind()).isEqualTo(row.kind());
    assertThat(failure.reason()).isEqualTo(row.reason());
    assertThat(failure.detail()).contains(row.detail()).doesNotContain(FakeTurbotext.KEY);
    assertThat(failure.cost()).isEqualTo(row.paid() ? PRICE : Cost.ZERO);
  }

  private static String error(String words) {
    return "{'success':false,'error':'" + words + "'}";
  }

  private TurbotextImageProvider at(URI address) {
    return turbotext.provider(
        Map.of(), Optional.of(FakeTurbotext.KEY), TurbotextAddress.of(address));
  }
}
