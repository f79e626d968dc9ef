package dev.photobridge.adapter.provider.openai;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.photobridge.domain.job.FailureKind.KEY_REJECTED;
import static dev.photobridge.domain.job.FailureKind.NO_IMAGE;
import static dev.photobridge.domain.job.FailureKind.QUOTA_EXHAUSTED;
import static dev.photobridge.domain.job.FailureKind.RATE_LIMITED;
import static dev.photobridge.domain.job.FailureKind.REFUSED;
import static dev.photobridge.domain.job.FailureKind.REQUEST_REJECTED;
import static dev.photobridge.domain.job.FailureKind.UNAVAILABLE;
import static dev.photobridge.domain.job.FailureKind.UNUSABLE_ANSWER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.photobridge.adapter.provider.http.AnswerLimits;
import dev.photobridge.adapter.provider.http.ScriptedServer;
import dev.photobridge.adapter.provider.testing.DraftFolder;
import dev.photobridge.adapter.provider.testing.FakeOpenAi;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.FailureKind;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What comes of every answer that servers are known to give.
class OpenAiOutcomeTest {
  private static final String USAGE =
      ",'usage':{'input_tokens':100,'output_tokens':10,'total_tokens':110,"
          + "'output_tokens_details':{'image_tokens':0,'text_tokens':10}}";
  // 100 x 8 + 10 x 10
  private static final long COST_OF_USAGE = 900;

  /// An answer without an image and what comes of it.
  record Row(
      String name,
      int status,
      String body,
      FailureKind kind,
      String reason,
      String detail,
      long cost,
      Optional<Integer> pause) {
    Row(int status, String body, FailureKind kind, String reason, String detail) {
      this(status + " " + body, status, body, kind, reason, detail, 0, Optional.empty());
    }

    Row costing(long microDollars) {
      return new Row(name, status, body, kind, reason, detail, microDollars, pause);
    }

    Row withPause(int seconds) {
      return new Row(
          name + " " + seconds, status, body, kind, reason, detail, cost, Optional.of(seconds));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Row> answersWithoutImage() {
    return Stream.of(
        new Row(200, "{}", NO_IMAGE, "NO_IMAGE", "no image"),
        new Row(200, "{'data':[]}", NO_IMAGE, "NO_IMAGE", "no image"),
        new Row(200, "{'data':[]" + USAGE + "}", NO_IMAGE, "NO_IMAGE", "").costing(COST_OF_USAGE),
        new Row(200, "{'data':[null]}", NO_IMAGE, "NO_IMAGE", ""),
        new Row(200, "{'data':[{'revised_prompt':'x'}]}", NO_IMAGE, "NO_IMAGE", ""),
        new Row(200, "{'data':[{'url':' '}]}", NO_IMAGE, "NO_IMAGE", ""),
        new Row(
            200,
            "{'error':{'message':'Your request was rejected','code':'moderation_blocked'}}",
            REFUSED,
            "MODERATION_BLOCKED",
            "Your request was rejected"),
        new Row(200, "{'error':'out of luck'}", NO_IMAGE, "NO_IMAGE", "out of luck"),
        new Row(200, "{'data':[{'b64_json':'?!'}]}", UNUSABLE_ANSWER, "IMAGE_NOT_BASE64", "")
            .costing(30_000),
        new Row(200, "{'data':[{'b64_json':''}]}", UNUSABLE_ANSWER, "IMAGE_NOT_BASE64", "")
            .costing(30_000),
        new Row(200, "{'data':7}", UNUSABLE_ANSWER, "ANSWER_NOT_JSON", ""),
        new Row(200, "null", UNUSABLE_ANSWER, "ANSWER_NOT_JSON", ""),
        new Row(200, "All done!", UNUSABLE_ANSWER, "ANSWER_NOT_JSON", ""),
        new Row(200, "<html>Sign in!</html>", UNUSABLE_ANSWER, "ANSWER_NOT_JSON", ""),
        new Row(200, "", UNAVAILABLE, "ANSWER_CUT_OFF", ""),
        new Row(200, "{'data':[{'b64_json':'QUJD", UNAVAILABLE, "ANSWER_CUT_OFF", ""));
  }

  private static Stream<Row> errors() {
    return Stream.of(
        new Row(
            400,
            "{'error':{'message':'Invalid value.','type':'invalid_request_error','param':'size'}}",
            REQUEST_REJECTED,
            "INVALID_REQUEST_ERROR",
            "Invalid value. (size)"),
        error(400, "moderation_blocked", REFUSED, "refuses the prompt or the photo"),
        error(400, "content_policy_violation", REFUSED, "said so"),
        error(400, "content_filter", REFUSED, ""),
        error(400, "billing_hard_limit_reached", QUOTA_EXHAUSTED, "credit is used up"),
        error(400, "invalid_api_key", KEY_REJECTED, "OPENAI_API_KEY"),
        error(401, "invalid_api_key", KEY_REJECTED, "OPENAI_API_KEY"),
        error(402, "", QUOTA_EXHAUSTED, "credit is used up"),
        error(403, "", KEY_REJECTED, "account is verified"),
        error(403, "unsupported_country_region_territory", REQUEST_REJECTED, "use a proxy"),
        error(404, "model_not_found", REQUEST_REJECTED, "gpt-image-of-tests"),
        error(405, "", REQUEST_REJECTED, "OPENAI_BASE_URL"),
        error(408, "", UNAVAILABLE, ""),
        error(409, "", REQUEST_REJECTED, ""),
        error(413, "", REQUEST_REJECTED, "too large"),
        error(418, "", REQUEST_REJECTED, ""),
        error(429, "rate_limit_exceeded", RATE_LIMITED, "too many calls"),
        error(429, "rate_limit_exceeded", RATE_LIMITED, "").withPause(7),
        error(429, "rate_limit_exceeded", QUOTA_EXHAUSTED, "quota").withPause(3600),
        error(429, "insufficient_quota", QUOTA_EXHAUSTED, "credit is used up"),
        error(500, "server_error", UNAVAILABLE, "overloaded or broken"),
        error(502, "", UNAVAILABLE, ""),
        error(503, "", UNAVAILABLE, "").withPause(2),
        error(504, "", UNAVAILABLE, ""),
        error(529, "", UNAVAILABLE, ""),
        new Row(404, "{'detail':'Not Found'}", REQUEST_REJECTED, "HTTP_404", "Not Found"),
        new Row(400, "{'detail':'bad size'}", REQUEST_REJECTED, "HTTP_400", "bad size"),
        new Row(
            422,
            "{'detail':[{'loc':['body','image'],'msg':'Field required','type':'missing'},"
                + "{'loc':['body','seed'],'msg':'no number'}]}",
            REQUEST_REJECTED,
            "HTTP_422",
            "image: Field required; seed: no number"),
        new Row(
            400,
            "{'object':'error','message':'no such model','type':'NotFoundError','code':404}",
            REQUEST_REJECTED,
            "HTTP_400",
            "no such model"),
        new Row(500, "{'error':'out of memory'}", UNAVAILABLE, "HTTP_500", "out of memory"),
        new Row(503, "<html>", UNAVAILABLE, "HTTP_503", "HTTP 503"),
        new Row(401, "{'error':{'message':null,'code':null}}", KEY_REJECTED, "HTTP_401", ""),
        new Row(400, "{'error':{'code':'<b>'}}", REQUEST_REJECTED, "HTTP_400", ""),
        new Row(204, "", UNUSABLE_ANSWER, "HTTP_204", "OPENAI_BASE_URL"),
        new Row(302, "", UNUSABLE_ANSWER, "HTTP_302", "OPENAI_BASE_URL"));
  }

  private static Row error(int status, String code, FailureKind kind, String detail) {
    String body = "{'error':{'message':'said so','type':null,'param':null,'code':'" + code + "'}}";
    String reason = code.isEmpty() ? "HTTP_" + status : code.toUpperCase(Locale.ROOT);
    return new Row(status, body, kind, reason, detail);
  }

  private static final OpenAiFixture openAi = new OpenAiFixture();
  @TempDir Path folder;
  private DraftFolder drafts;

  @AfterAll
  static void stop() {
    openAi.close();
  }

  @BeforeEach
  void forget() {
    drafts = new DraftFolder(folder);
  }

  @ParameterizedTest
  @MethodSource({"answersWithoutImage", "errors"})
  void anAnswerWithoutAnImageEndsInItsFailure(Row row) throws Exception {
    var answer = aResponse().withStatus(row.status()).withBody(json(row.body()));
    row.pause().ifPresent(seconds -> answer.withHeader("Retry-After", seconds.toString()));
    openAi.fake().answers(answer);

    var outcome = (ProviderOutcome.Failed) process();

    assertThat(outcome.failure().kind()).isEqualTo(row.kind());
    assertThat(outcome.failure().reason()).isEqualTo(row.reason());
    assertThat(outcome.failure().detail()).contains(row.detail());
    assertThat(outcome.failure().cost().microDollars()).isEqualTo(row.cost());
    assertThat(outcome.retryAfter()).isEqualTo(row.pause().map(Duration::ofSeconds));
    assertThat(drafts.left()).isZero();
    openAi.fake().assertAllRequestsWereAllowed();
  }

  @Test
  void ofSeveralImagesTheFirstIsTaken() throws Exception {
    openAi
        .fake()
        .answers(FakeOpenAi.json("{\"data\":[{\"b64_json\":\"MQ==\"},{\"b64_json\":\"Mg==\"}]}"));
    try (MediaDraft image = ((ProviderOutcome.Image) process()).image();
        InputStream in = image.file().open()) {
      assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("1");
      assertThat(drafts.left()).isEqualTo(1);
    }
  }

  @Test
  void aRedirectIsNotFollowedWithTheKey() throws Exception {
    openAi.fake().answers(aResponse().withStatus(307).withHeader("Location", "/v1/elsewhere"));
    assertThat(failed(openAi.fake().address(), AnswerLimits.DEFAULT))
        .isEqualTo("UNUSABLE_ANSWER HTTP_307");
    assertThat(openAi.fake().calls()).isEqualTo(1);
  }

  @Test
  void theKeyIsNotRepeatedFromTheServersMessages() throws Exception {
    openAi
        .fake()
        .answers(
            aResponse()
                .withStatus(401)
                .withBody(
                    json("{'error':{'message':'Wrong: " + FakeOpenAi.KEY + "','code':'x'}}")));
    var outcome = (ProviderOutcome.Failed) process();
    assertThat(outcome.failure().detail()).contains("Wrong").doesNotContain(FakeOpenAi.KEY);
  }

  @Test
  void aFloodIsBrokenOff() throws Exception {
    openAi
        .fake()
        .answers(FakeOpenAi.json(json("{'data':[{'b64_json':'" + "QUJD".repeat(300_000) + "'}]}")));
    assertThat(failed(openAi.fake().address(), AnswerLimits.DEFAULT.withMaxBytes(1_000_000)))
        .isEqualTo("UNUSABLE_ANSWER ANSWER_TOO_LARGE");

    openAi.fake().answers(FakeOpenAi.json(json("{'data':[" + "{},".repeat(500_000) + "{}]}")));
    assertThat(failed(openAi.fake().address(), AnswerLimits.DEFAULT))
        .isEqualTo("UNUSABLE_ANSWER ANSWER_TOO_LARGE");
  }

  @Test
  void aCutConnectionMayWorkNextTime() throws Exception {
    openAi.fake().answers(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
    assertThat(failed(openAi.fake().address(), AnswerLimits.DEFAULT))
        .startsWith("UNAVAILABLE CONNECTION_BROKEN");

    try (var server =
        new ScriptedServer(
            connection -> {
              connection.request();
              connection.send("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{\"data\":[");
              connection.reset();
            })) {
      assertThat(failed(server.address(), AnswerLimits.DEFAULT))
          .startsWith("UNAVAILABLE CONNECTION_BROKEN");
    }
  }

  @Test
  void aSlowDripEndsAtTheDeadline() throws Exception {
    try (var server =
        new ScriptedServer(
            connection -> {
              connection.request();
              connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
              connection.drip("1\r\n \r\n");
            })) {
      var call = openAi.aCall(drafts).withTimeLeft(Duration.ofMillis(700)).build();
      var asked = OpenAiFixture.server(server.address(), Optional.of(FakeOpenAi.KEY), Map.of());
      var outcome = (ProviderOutcome.Failed) openAi.provider(asked).process(call);
      assertThat(outcome.failure().reason()).isEqualTo("TIMEOUT");
      server.awaitClientGone();
    }
  }

  private String failed(URI address, AnswerLimits limits) throws Exception {
    var server = OpenAiFixture.server(address, Optional.of(FakeOpenAi.KEY), Map.of());
    var outcome =
        (ProviderOutcome.Failed)
            openAi.provider(server, limits).process(openAi.aCall(drafts).build());
    assertThat(drafts.left()).isZero();
    return outcome.failure().kind() + " " + outcome.failure().reason();
  }

  private ProviderOutcome process() throws Exception {
    return openAi.provider(Map.of()).process(openAi.aCall(drafts).build());
  }

  /// JSON, written with the other quotation marks.
  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
