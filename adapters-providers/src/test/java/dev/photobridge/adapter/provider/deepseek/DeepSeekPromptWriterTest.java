package dev.photobridge.adapter.provider.deepseek;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.photobridge.domain.job.FailureKind.KEY_REJECTED;
import static dev.photobridge.domain.job.FailureKind.QUOTA_EXHAUSTED;
import static dev.photobridge.domain.job.FailureKind.RATE_LIMITED;
import static dev.photobridge.domain.job.FailureKind.REFUSED;
import static dev.photobridge.domain.job.FailureKind.REQUEST_REJECTED;
import static dev.photobridge.domain.job.FailureKind.UNAVAILABLE;
import static dev.photobridge.domain.job.FailureKind.UNUSABLE_ANSWER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.photobridge.adapter.provider.http.ConnectionSettings;
import dev.photobridge.adapter.provider.http.ProviderHttpClient;
import dev.photobridge.adapter.provider.http.ScriptedServer;
import dev.photobridge.adapter.provider.http.ServiceAddress;
import dev.photobridge.adapter.provider.testing.FakeDeepSeek;
import dev.photobridge.application.port.out.PromptOutcome;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.prompt.PromptTask;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.PromptWriting;
import dev.photobridge.domain.provider.TokenPrices;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeepSeekPromptWriterTest {
  private static final String PROMPT = "Напиши «С днём рождения, {name|гость}»";

  /// 300 tokens in and 100 out, in micro-dollars.
  private static final long COST = 300 * 3 / 10 + 100 * 12 / 10;

  private final FakeDeepSeek fake = new FakeDeepSeek();
  private final ProviderHttpClient http =
      new ProviderHttpClient(
          ConnectionSettings.direct().withConnectTimeout(Duration.ofSeconds(20)));

  @AfterEach
  void stop() {
    http.close();
    fake.close();
  }

  @ParameterizedTest
  @EnumSource
  void asksForJsonWithoutThinkingByTheTasksInstructions(PromptTask task) throws Exception {
    fake.answers(FakeDeepSeek.wrote("{\"prompt\":\" Write it for {name|гость} \"}"));

    assertThat(writer(fake.address()).write(task, PROMPT, Duration.ofSeconds(20)))
        .isEqualTo(new PromptOutcome.Written("Write it for {name|гость}", new Cost(COST)));

    fake.assertAllRequestsWereAllowed();
    JsonNode body = fake.body();
    assertThat(body.path("model").asText()).isEqualTo("words-1");
    assertThat(body.at("/messages/0/content").asText())
        .startsWith("Do " + task)
        .contains("{\"prompt\": \"", "JSON", "letter by letter");
    assertThat(body.at("/messages/1/content").asText())
        .isEqualTo("{\"prompt\":\"" + PROMPT + "\"}");
  }

  private static Stream<Arguments> failures() {
    return Stream.of(
        row("the format", error(400, "invalid_request_error"), REQUEST_REJECTED, "said so"),
        row("the key", error(401, "authentication_error"), KEY_REJECTED, "DEEPSEEK_API_KEY"),
        row("no balance", error(402, "insufficient_balance"), QUOTA_EXHAUSTED, "balance"),
        row("a path or model", error(404, ""), REQUEST_REJECTED, "DEEPSEEK_BASE_URL"),
        row("a parameter", error(422, "invalid_request_error"), REQUEST_REJECTED, "HTTP 422"),
        row("too many calls", error(429, "rate_limit_reached"), RATE_LIMITED, "too many"),
        row("a portal", aResponse().withStatus(302), UNUSABLE_ANSWER, "DEEPSEEK_BASE_URL"),
        row("refused", FakeDeepSeek.wrote("", "content_filter"), REFUSED, "refuses"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void whatWillNotPassIsNotAskedTwice(
      String name, ResponseDefinitionBuilder answer, FailureKind kind, String detail)
      throws Exception {
    fake.answers(answer);
    var failure = failed(fake.address(), PROMPT);
    assertThat(failure.failure().kind()).isEqualTo(kind);
    assertThat(failure.failure().detail()).contains(detail);
    assertThat(fake.calls()).isEqualTo(kind == UNUSABLE_ANSWER ? 2 : 1);
    fake.assertAllRequestsWereAllowed();
  }

  private static Stream<Arguments> troubles() {
    return Stream.of(
        row("blanks", FakeDeepSeek.wrote("  \n "), UNUSABLE_ANSWER, "BLANK_ANSWER"),
        row("an empty prompt", written(" "), UNUSABLE_ANSWER, "BLANK_ANSWER"),
        row("chatter", FakeDeepSeek.wrote("Sure!"), UNUSABLE_ANSWER, "ANSWER_NOT_JSON"),
        row(
            "another field",
            FakeDeepSeek.wrote("{\"text\":\"x\"}"),
            UNUSABLE_ANSWER,
            "ANSWER_NOT_JSON"),
        row("no text", FakeDeepSeek.wrote("{\"prompt\":7}"), UNUSABLE_ANSWER, "ANSWER_NOT_JSON"),
        row(
            "half an answer",
            FakeDeepSeek.wrote("{\"prompt\":\"x", "length"),
            UNUSABLE_ANSWER,
            "ANSWER_NOT_JSON"),
        row(
            "too long",
            written("{name|гость}" + "x".repeat(2000)),
            UNUSABLE_ANSWER,
            "PROMPT_TOO_LONG"),
        row("a place lost", written("For the guest"), UNUSABLE_ANSWER, "PLACES_CHANGED"),
        row("a place translated", written("{name|guest}"), UNUSABLE_ANSWER, "PLACES_CHANGED"),
        row("a place added", written("{name|гость} {age}"), UNUSABLE_ANSWER, "PLACES_CHANGED"),
        row("no choice", aResponse().withBody("{}"), UNUSABLE_ANSWER, "BLANK_ANSWER"),
        row("a page", aResponse().withBody("<html>"), UNUSABLE_ANSWER, "ANSWER_NOT_JSON"),
        row(
            "empty lines alone",
            aResponse().withBody("\n\n\n"),
            UNUSABLE_ANSWER,
            "ANSWER_NOT_JSON"),
        row(
            "a document without end",
            aResponse().withBody("{\"choices\":["),
            UNAVAILABLE,
            "ANSWER_CUT_OFF"),
        row(
            "a flood",
            aResponse().withBody("{\"a\":\"" + "x".repeat(1_100_000)),
            UNUSABLE_ANSWER,
            "ANSWER_TOO_LARGE"),
        row(
            "no resources",
            FakeDeepSeek.wrote("", "insufficient_system_resource"),
            UNAVAILABLE,
            "INSUFFICIENT_SYSTEM_RESOURCE"),
        row("broken", error(500, "server_error"), UNAVAILABLE, "SERVER_ERROR"),
        row("overloaded", error(503, ""), UNAVAILABLE, "HTTP_503"),
        row(
            "a cut",
            aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
            UNAVAILABLE,
            "CONNECTION_BROKEN"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("troubles")
  void whatMayPassIsAskedOnceMore(
      String name, ResponseDefinitionBuilder answer, FailureKind kind, String reason)
      throws Exception {
    fake.answers(answer);
    var failure = failed(fake.address(), PROMPT);
    assertThat(failure.failure().kind()).isEqualTo(kind);
    assertThat(failure.failure().reason()).isEqualTo(reason);
    assertThat(fake.calls()).isEqualTo(2);

    fake.answers(answer, written("Greet {name|гость}"));
    assertThat(writer(fake.address()).write(PromptTask.IMPROVE, PROMPT, Duration.ofSeconds(20)))
        .isInstanceOf(PromptOutcome.Written.class);
  }

  @Test
  void bothTriesAreCounted() throws Exception {
    fake.answers(FakeDeepSeek.wrote(" "), written("Greet {name|гость}"));
    assertThat(
            writer(fake.address())
                .write(PromptTask.IMPROVE, PROMPT, Duration.ofSeconds(20))
                .cost()
                .microDollars())
        .isEqualTo(2 * COST);

    fake.answers(FakeDeepSeek.wrote(" "));
    assertThat(failed(fake.address(), PROMPT).cost().microDollars()).isEqualTo(2 * COST);
  }

  @Test
  void emptyLinesForEverEndAtTheDeadline() throws Exception {
    try (var server =
        new ScriptedServer(
            connection -> {
              connection.request();
              connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
              connection.drip("1\r\n\n\r\n");
            })) {
      var outcome =
          writer(server.address()).write(PromptTask.IMPROVE, PROMPT, Duration.ofMillis(700));
      assertThat(((PromptOutcome.Failed) outcome).failure().reason()).isEqualTo("TIMEOUT");
      server.awaitClientGone();
    }
  }

  @ParameterizedTest
  @CsvSource({"PT0.7S, PT40S", "PT40S, PT0.7S"})
  void theShorterOfTheTwoTimesCounts(Duration catalogue, Duration left) throws Exception {
    fake.answers(FakeDeepSeek.wrote("{}").withFixedDelay(30_000));
    var outcome =
        writer(fake.address(), Optional.of(FakeDeepSeek.KEY), catalogue)
            .write(PromptTask.IMPROVE, PROMPT, left);
    assertThat(((PromptOutcome.Failed) outcome).failure().reason()).isEqualTo("TIMEOUT");
  }

  @Test
  void withoutAKeyNothingIsAsked() throws Exception {
    var outcome =
        writer(fake.address(), Optional.empty(), Duration.ofSeconds(20))
            .write(PromptTask.IMPROVE, PROMPT, Duration.ofSeconds(20));
    assertThat(((PromptOutcome.Failed) outcome).failure().kind()).isEqualTo(KEY_REJECTED);
    assertThat(fake.calls()).isZero();
  }

  @Test
  void theKeyIsNotRepeatedFromTheServicesMessages() throws Exception {
    fake.answers(
        aResponse()
            .withStatus(401)
            .withBody("{\"error\":{\"message\":\"key " + FakeDeepSeek.KEY + " is wrong\"}}"));
    assertThat(failed(fake.address(), PROMPT).failure().detail())
        .contains("is wrong")
        .doesNotContain(FakeDeepSeek.KEY);
  }

  private PromptOutcome.Failed failed(URI address, String prompt) throws InterruptedException {
    return (PromptOutcome.Failed)
        writer(address).write(PromptTask.IMPROVE, prompt, Duration.ofSeconds(20));
  }

  private DeepSeekPromptWriter writer(URI address) {
    return writer(address, Optional.of(FakeDeepSeek.KEY), Duration.ofSeconds(20));
  }

  private DeepSeekPromptWriter writer(URI address, Optional<String> key, Duration timeout) {
    return new DeepSeekPromptWriter(
        http,
        ServiceAddress.of(address),
        () -> key,
        new PromptWriting(
            DeepSeekProbe.ID,
            "DeepSeek",
            "words-1",
            timeout,
            new TokenPrices(new BigDecimal("0.3"), new BigDecimal("1.2"), BigDecimal.ZERO),
            Map.of(PromptTask.TRANSLATE, "Do TRANSLATE.", PromptTask.IMPROVE, "Do IMPROVE.")));
  }

  private static Arguments row(
      String name, ResponseDefinitionBuilder answer, FailureKind kind, String word) {
    return Arguments.of(name, answer, kind, word);
  }

  private static ResponseDefinitionBuilder written(String prompt) {
    return FakeDeepSeek.wrote("{\"prompt\":\"" + prompt + "\"}");
  }

  private static ResponseDefinitionBuilder error(int status, String type) {
    return aResponse()
        .withStatus(status)
        .withBody("{\"error\":{\"message\":\"said so\",\"type\":\"" + type + "\"}}");
  }
}
