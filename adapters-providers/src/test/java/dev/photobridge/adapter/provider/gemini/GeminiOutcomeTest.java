package dev.photobridge.adapter.provider.gemini;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.photobridge.adapter.provider.gemini.GeminiAnswers.COST_OF_USAGE;
import static dev.photobridge.adapter.provider.gemini.GeminiAnswers.USAGE;
import static dev.photobridge.adapter.provider.gemini.GeminiAnswers.json;
import static dev.photobridge.adapter.provider.gemini.GeminiAnswers.text;
import static dev.photobridge.domain.job.FailureKind.KEY_REJECTED;
import static dev.photobridge.domain.job.FailureKind.NO_IMAGE;
import static dev.photobridge.domain.job.FailureKind.QUOTA_EXHAUSTED;
import static dev.photobridge.domain.job.FailureKind.RATE_LIMITED;
import static dev.photobridge.domain.job.FailureKind.REFUSED;
import static dev.photobridge.domain.job.FailureKind.REQUEST_REJECTED;
import static dev.photobridge.domain.job.FailureKind.UNAVAILABLE;
import static dev.photobridge.domain.job.FailureKind.UNUSABLE_ANSWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.provider.http.AnswerLimits;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.FailureKind;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What comes of every answer without an image that the service is known to give.
class GeminiOutcomeTest extends GeminiAnswering {
  private static final String TEXT_USAGE =
      "'usageMetadata':{'promptTokenCount':1000,'candidatesTokenCount':100}";
  private static final long COST_OF_TEXT_USAGE = 2_250;

  /// An answer without an image and what comes of it.
  record Row(
      String name,
      int status,
      String body,
      FailureKind kind,
      String reason,
      String detail,
      long cost,
      Optional<Duration> retryAfter) {
    Row(String name, int status, String body, FailureKind kind, String reason, String detail) {
      this(name, status, body, kind, reason, detail, 0, Optional.empty());
    }

    Row costing(long microDollars) {
      return new Row(name, status, body, kind, reason, detail, microDollars, retryAfter);
    }

    Row after(long millis) {
      var pause = Optional.of(Duration.ofMillis(millis));
      return new Row(name, status, body, kind, reason, detail, cost, pause);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Row> failures() {
    return Stream.concat(answersWithoutImage(), errors());
  }

  private static Stream<Row> answersWithoutImage() {
    return Stream.of(
        new Row("nothing at all", 200, "{}", NO_IMAGE, "NO_IMAGE", "no image"),
        finished("no parts", "NO_IMAGE", "", NO_IMAGE, "NO_IMAGE"),
        finished("text, said to be all well", "STOP", text("No."), NO_IMAGE, "NO_IMAGE"),
        finished("other trouble with images", "IMAGE_OTHER", "", NO_IMAGE, "IMAGE_OTHER"),
        finished("other trouble", "OTHER", "", NO_IMAGE, "OTHER"),
        finished("a word of the future", "IMAGE_TOO_DULL", "", NO_IMAGE, "IMAGE_TOO_DULL"),
        finished("an unknown kind of word", "Oh <b>no</b>", "", NO_IMAGE, "UNKNOWN"),
        finished("safety", "SAFETY", "", REFUSED, "SAFETY"),
        finished("image safety", "IMAGE_SAFETY", "", REFUSED, "IMAGE_SAFETY"),
        finished("prohibited", "PROHIBITED_CONTENT", "", REFUSED, "PROHIBITED_CONTENT"),
        finished(
            "prohibited image",
            "IMAGE_PROHIBITED_CONTENT",
            "",
            REFUSED,
            "IMAGE_PROHIBITED_CONTENT"),
        finished("blocklist", "BLOCKLIST", "", REFUSED, "BLOCKLIST"),
        finished("personal data", "SPII", "", REFUSED, "SPII"),
        finished("recitation", "RECITATION", "", REFUSED, "RECITATION"),
        finished("image recitation", "IMAGE_RECITATION", "", REFUSED, "IMAGE_RECITATION"),
        finished("language", "LANGUAGE", "", REFUSED, "LANGUAGE"),
        finished(
            "refused after a draft in thought",
            "IMAGE_SAFETY",
            "{'inlineData':{'mimeType':'image/png','data':'MQ=='},'thought':true}",
            REFUSED,
            "IMAGE_SAFETY"),
        finished("too few tokens allowed", "MAX_TOKENS", "", REQUEST_REJECTED, "MAX_TOKENS"),
        new Row(
                "text and its price",
                200,
                "{'candidates':[{'finishReason':'STOP','content':{'parts':[{'text':'Which"
                    + " photo?'}]}}],"
                    + TEXT_USAGE
                    + "}",
                NO_IMAGE,
                "NO_IMAGE",
                "Which photo?")
            .costing(COST_OF_TEXT_USAGE),
        new Row(
            "what it says about it",
            200,
            "{'candidates':[{'finishReason':'IMAGE_SAFETY','finishMessage':'Violates policy.'}]}",
            REFUSED,
            "IMAGE_SAFETY",
            "Violates policy."),
        blocked("SAFETY"),
        blocked("OTHER"),
        blocked("IMAGE_SAFETY"),
        blocked("PROHIBITED_CONTENT"),
        new Row(
                "an image that is no Base64",
                200,
                "{'candidates':[{'content':{'parts':[{'inlineData':{'data':'?'}}]}}],"
                    + USAGE
                    + "}",
                UNUSABLE_ANSWER,
                "IMAGE_NOT_BASE64",
                "not Base64")
            .costing(COST_OF_USAGE),
        new Row("nulls", 200, "{'candidates':[null]}", NO_IMAGE, "NO_IMAGE", ""),
        new Row("null", 200, "null", UNUSABLE_ANSWER, "ANSWER_NOT_JSON", ""),
        new Row("a list", 200, "[{}]", UNUSABLE_ANSWER, "ANSWER_NOT_JSON", ""),
        new Row("other JSON", 200, "{'candidates':7}", UNUSABLE_ANSWER, "ANSWER_NOT_JSON", ""),
        new Row("a page", 200, "<html>Sign in!</html>", UNUSABLE_ANSWER, "ANSWER_NOT_JSON", ""),
        new Row("no body", 200, "", UNAVAILABLE, "ANSWER_CUT_OFF", ""),
        new Row("half a body", 200, "{'candidates':[{'con", UNAVAILABLE, "ANSWER_CUT_OFF", ""),
        new Row("a body without end", 200, "{'candidates':[{}", UNAVAILABLE, "ANSWER_CUT_OFF", ""));
  }

  private static Stream<Row> errors() {
    return Stream.of(
        error(400, "INVALID_ARGUMENT", "", REQUEST_REJECTED, "Unknown name"),
        error(400, "FAILED_PRECONDITION", "", REQUEST_REJECTED, "does not accept"),
        new Row(
            "400 for the region",
            400,
            "{'error':{'code':400,'status':'FAILED_PRECONDITION',"
                + "'message':'User location is not supported for the API use.'}}",
            REQUEST_REJECTED,
            "FAILED_PRECONDITION",
            "another base URL"),
        error(400, "INVALID_ARGUMENT", info("API_KEY_INVALID"), KEY_REJECTED, "GEMINI_API_KEY"),
        error(401, "UNAUTHENTICATED", "", KEY_REJECTED, "GEMINI_API_KEY"),
        error(403, "PERMISSION_DENIED", "", KEY_REJECTED, "Unknown name"),
        error(403, "PERMISSION_DENIED", info("SERVICE_DISABLED"), KEY_REJECTED, ""),
        error(402, "RESOURCE_EXHAUSTED", "", QUOTA_EXHAUSTED, "credit"),
        error(404, "NOT_FOUND", "", REQUEST_REJECTED, FakeGemini.MODEL),
        error(413, "INVALID_ARGUMENT", "", REQUEST_REJECTED, "too large"),
        error(429, "RESOURCE_EXHAUSTED", "", RATE_LIMITED, "too many"),
        error(429, "RESOURCE_EXHAUSTED", retry("7s"), RATE_LIMITED, "").after(7_000),
        error(429, "RESOURCE_EXHAUSTED", retry("1.5s"), RATE_LIMITED, "").after(1_500),
        error(429, "RESOURCE_EXHAUSTED", retry("soon"), RATE_LIMITED, ""),
        error(429, "RESOURCE_EXHAUSTED", retry("6776s"), QUOTA_EXHAUSTED, "").after(6_776_000),
        error(429, "RESOURCE_EXHAUSTED", quota("GenerateRequestsPerMinute"), RATE_LIMITED, ""),
        error(
                429,
                "RESOURCE_EXHAUSTED",
                quota("GenerateRequestsPerDayPerProjectPerModel") + "," + retry("3s"),
                QUOTA_EXHAUSTED,
                "quota")
            .after(3_000),
        error(408, "DEADLINE_EXCEEDED", "", UNAVAILABLE, ""),
        error(500, "INTERNAL", "", UNAVAILABLE, ""),
        error(502, "BAD_GATEWAY", "", UNAVAILABLE, ""),
        error(503, "UNAVAILABLE", "", UNAVAILABLE, "overloaded"),
        error(503, "UNAVAILABLE", retry("2s"), UNAVAILABLE, "").after(2_000),
        error(504, "DEADLINE_EXCEEDED", "", UNAVAILABLE, ""),
        new Row("503 by a gateway", 503, "<html>", UNAVAILABLE, "HTTP_503", "HTTP 503"),
        new Row("500 without words", 500, "", UNAVAILABLE, "HTTP_500", ""),
        new Row("529, known to nobody", 529, "{}", UNAVAILABLE, "HTTP_529", ""),
        new Row("418, known to nobody", 418, "{}", REQUEST_REJECTED, "HTTP_418", ""),
        new Row("401 of nulls", 401, "{'error':{'details':[null]}}", KEY_REJECTED, "HTTP_401", ""),
        new Row("302 by a portal", 302, "", UNUSABLE_ANSWER, "HTTP_302", "check the base URL"),
        new Row("204", 204, "", UNUSABLE_ANSWER, "HTTP_204", ""));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void anAnswerWithoutAnImageEndsInItsFailure(Row row) throws Exception {
    gemini.fake().answers(aResponse().withStatus(row.status()).withBody(json(row.body())));

    var outcome = (ProviderOutcome.Failed) process();

    assertThat(outcome.failure().kind()).isEqualTo(row.kind());
    assertThat(outcome.failure().reason()).isEqualTo(row.reason());
    assertThat(outcome.failure().detail()).contains(row.detail());
    assertThat(outcome.failure().cost().microDollars()).isEqualTo(row.cost());
    assertThat(outcome.retryAfter()).isEqualTo(row.retryAfter());
    assertThat(drafts.left()).isZero();
  }

  @Test
  void theHeaderForRetriesCountsWhereTheBodyIsSilent() throws Exception {
    gemini.fake().answers(aResponse().withStatus(503).withHeader("Retry-After", "9"));
    var outcome = (ProviderOutcome.Failed) process();
    assertThat(outcome.retryAfter()).contains(Duration.ofSeconds(9));
  }

  @Test
  void anAnswerBeyondTheLimitIsBrokenOff() throws Exception {
    String flood = "QUJD".repeat(300_000);
    answer(200, "{'candidates':[{'content':{'parts':[{'inlineData':{'data':'" + flood + "'}}]}}]}");
    var limits = AnswerLimits.DEFAULT.withMaxBytes(1_000_000);
    var outcome =
        (ProviderOutcome.Failed) gemini.provider(limits).process(gemini.aCall(drafts).build());
    assertThat(outcome.failure().kind()).isEqualTo(UNUSABLE_ANSWER);
    assertThat(outcome.failure().reason()).isEqualTo("ANSWER_TOO_LARGE");
    assertThat(drafts.left()).isZero();
  }

  @Test
  void theKeyIsNotRepeatedFromTheServicesMessages() throws Exception {
    String message = "Consumer api_key:" + GeminiFixture.KEY + " has been suspended.";
    answer(403, "{'error':{'status':'PERMISSION_DENIED','message':'" + message + "'}}");
    var outcome = (ProviderOutcome.Failed) process();
    assertThat(outcome.failure().detail())
        .contains("has been suspended")
        .doesNotContain(GeminiFixture.KEY);
  }

  @Test
  void notEvenTheBeginningOfTheKeyIsLeftWhereAMessageIsCut() throws Exception {
    for (int length = 380; length < 500; length++) {
      String message = "x".repeat(length) + GeminiFixture.KEY;
      answer(403, "{'error':{'status':'PERMISSION_DENIED','message':'" + message + "'}}");
      var outcome = (ProviderOutcome.Failed) process();
      assertThat(outcome.failure().detail())
          .doesNotContain("x" + GeminiFixture.KEY.substring(0, 4));
    }
  }

  private static Row finished(
      String name, String reason, String part, FailureKind kind, String shown) {
    String content = part.isEmpty() ? "" : ",'content':{'parts':[" + part + "]}";
    String body = "{'candidates':[{'finishReason':'" + reason + "'" + content + "}]," + USAGE + "}";
    return new Row(name, 200, body, kind, shown, "no image").costing(COST_OF_USAGE);
  }

  private static Row blocked(String reason) {
    String body = "{'promptFeedback':{'blockReason':'" + reason + "'}," + TEXT_USAGE + "}";
    return new Row("blocked: " + reason, 200, body, REFUSED, reason, "was blocked")
        .costing(COST_OF_TEXT_USAGE);
  }

  private static Row error(
      int status, String word, String details, FailureKind kind, String detail) {
    String body =
        "{'error':{'code':%d,'message':'Unknown name','status':'%s','details':[%s]}}"
            .formatted(status, word, details);
    String reason =
        details.contains("reason") ? details.replaceFirst(".*'reason':'(\\w+)'.*", "$1") : word;
    return new Row(status + " " + reason + " " + kind, status, body, kind, reason, detail);
  }

  private static String retry(String delay) {
    return "{'@type':'type.googleapis.com/google.rpc.RetryInfo','retryDelay':'" + delay + "'}";
  }

  private static String quota(String id) {
    return "{'@type':'type.googleapis.com/google.rpc.QuotaFailure','violations':[{'quotaId':'"
        + id
        + "','quotaValue':'2000'}]}";
  }

  private static String info(String reason) {
    return "{'@type':'type.googleapis.com/google.rpc.ErrorInfo','reason':'" + reason + "'}";
  }
}
