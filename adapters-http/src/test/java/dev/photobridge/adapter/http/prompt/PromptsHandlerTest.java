package dev.photobridge.adapter.http.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.port.in.RewritePromptOutcome;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.Cost;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptsHandlerTest {
  private final List<String> asked = new ArrayList<>();
  private RewritePromptOutcome outcome =
      new RewritePromptOutcome.Rewritten("two cats", new Cost(214));

  @Test
  void handsOutTheNewPromptAndItsPrice() throws IOException {
    RawResponse response = post("{\"task\":\"translate\",\"prompt\":\" две кошки \"}");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json().get("prompt").asText()).isEqualTo("two cats");
    assertThat(response.json().get("cost_usd").decimalValue()).isEqualByComparingTo("0.000214");
    post("{\"task\":\"improve\",\"prompt\":\"cats\"}");
    assertThat(asked).containsExactly("TRANSLATE две кошки", "IMPROVE cats");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"task\":\"draw\",\"prompt\":\"x\"}     | /task",
        "{\"prompt\":\"x\"}                       | /task",
        "{\"task\":\"improve\"}                   | /prompt",
        "{\"task\":\"improve\",\"prompt\":\"  \"} | /prompt",
        "{\"task\":\"improve\",\"prompt\":7}      | /prompt",
      })
  void whatCannotBeMeantIsRefused(String body, String field) throws IOException {
    assertThat(post(body).error("body_invalid").get("field").asText()).isEqualTo(field);
    assertThat(asked).isEmpty();
  }

  @Test
  void aPromptHasABound() throws IOException {
    String longest = "x".repeat(2000);
    assertThat(post("{\"task\":\"improve\",\"prompt\":\"" + longest + "\"}").status())
        .isEqualTo(200);
    assertThat(
            post("{\"task\":\"improve\",\"prompt\":\"" + longest + "x\"}")
                .error("body_invalid")
                .get("reason")
                .asText())
        .isEqualTo("too_long");
  }

  @Test
  void saysThatThereIsNoWriter() throws IOException {
    outcome = new RewritePromptOutcome.NoWriter();

    RawResponse response = post("{\"task\":\"improve\",\"prompt\":\"x\"}");

    assertThat(response.status()).isEqualTo(422);
    response.error("prompt_writer_missing");
  }

  @ParameterizedTest
  @CsvSource({
    "KEY_REJECTED, 502, provider_key_rejected",
    "UNUSABLE_ANSWER, 502, provider_answer_unusable",
    "UNAVAILABLE, 503, provider_unavailable",
    "QUOTA_EXHAUSTED, 503, provider_quota_exhausted",
    "REFUSED, 422, provider_refused"
  })
  void saysWhyThereIsNoPrompt(FailureKind kind, int status, String code) throws IOException {
    outcome = new RewritePromptOutcome.Failed(JobFailure.of(kind, "WHY", "for operators"));

    RawResponse response = post("{\"task\":\"improve\",\"prompt\":\"x\"}");

    assertThat(response.status()).isEqualTo(status);
    assertThat(response.error(code).get("reason").asText()).isEqualTo("WHY");
  }

  private RawResponse post(String body) throws IOException {
    var handler =
        new PromptsHandler(
            (task, prompt) -> {
              asked.add(task + " " + prompt);
              return outcome;
            });
    try (TestServer server = TestServer.start(TestHandlers.of(handler));
        RawClient client = server.connect()) {
      return client.json(
          "POST", "/api/prompts/rewrite", body, "Authorization: " + TestServer.SERGS_TOKEN);
    }
  }
}
