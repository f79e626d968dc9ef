package dev.photobridge.adapter.provider.deepseek;

import dev.photobridge.adapter.provider.http.AnswerLimits;
import dev.photobridge.adapter.provider.http.ApiKey;
import dev.photobridge.adapter.provider.http.Deadline;
import dev.photobridge.adapter.provider.http.ExchangeOutcome;
import dev.photobridge.adapter.provider.http.ProviderHttpClient;
import dev.photobridge.adapter.provider.http.ProviderJson;
import dev.photobridge.adapter.provider.http.ServiceAddress;
import dev.photobridge.adapter.provider.http.ServiceErrors;
import dev.photobridge.adapter.provider.http.UnusableAnswerException;
import dev.photobridge.application.port.out.ByteSource;
import dev.photobridge.application.port.out.PromptOutcome;
import dev.photobridge.application.port.out.PromptWriter;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.prompt.PromptTask;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.PromptWriting;
import dev.photobridge.domain.provider.TokenUsage;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Has DeepSeek rewrite prompts, in JSON mode and without thinking. An answer of no use is asked
/// for once more while there is time. Under load the service keeps a call open with empty lines, so
/// only the deadline ends it. Safe for use by many threads.
public final class DeepSeekPromptWriter implements PromptWriter {
  private static final String PATH = "/chat/completions";
  private static final int MAX_ANSWER_BYTES = 1 << 20;

  /// No answer comes near it; keeps nonsense from overflowing.
  private static final long MOST_TOKENS = 1_000_000_000;

  private final ProviderHttpClient http;
  private final ServiceAddress address;
  private final ApiKey key;
  private final PromptWriting writing;
  private final ProviderJson json = new ProviderJson();
  private final PromptRequest requests;

  /// @param key asked with each call; empty where no key is set
  /// @param writing what the catalogue says about it
  public DeepSeekPromptWriter(
      ProviderHttpClient http,
      ServiceAddress address,
      Supplier<Optional<String>> key,
      PromptWriting writing) {
    this.http = http;
    this.address = address;
    this.key = new ApiKey(key);
    this.writing = writing;
    this.requests = new PromptRequest(json, writing);
  }

  @Override
  public PromptOutcome write(PromptTask task, String prompt, Duration timeLeft)
      throws InterruptedException {
    Optional<String> apiKey = key.current();
    if (apiKey.isEmpty()) {
      return new PromptOutcome.Failed(DeepSeekErrors.missingKey());
    }
    Duration timeout = writing.timeout();
    var deadline = Deadline.in(timeLeft.compareTo(timeout) < 0 ? timeLeft : timeout);
    ByteSource request = requests.of(task, prompt);
    PromptOutcome first = asked(request, prompt, apiKey.get(), deadline);
    return isWorthAnotherTry(first) && !deadline.hasPassed()
        ? withCost(first.cost(), asked(request, prompt, apiKey.get(), deadline))
        : first;
  }

  private PromptOutcome asked(ByteSource request, String prompt, String apiKey, Deadline deadline)
      throws InterruptedException {
    var errors = new ServiceErrors(json, AnswerLimits.DEFAULT, apiKey);
    var post =
        HttpRequest.newBuilder(address.at(PATH))
            .header("Authorization", "Bearer " + apiKey)
            .header("Content-Type", "application/json");
    ExchangeOutcome<PromptOutcome> outcome =
        http.post(
            post,
            request,
            deadline,
            (status, headers, body) ->
                status == 200
                    ? read(body, prompt)
                    : new PromptOutcome.Failed(
                        DeepSeekErrors.of(errors.read(status, headers, body))));
    return switch (outcome) {
      case ExchangeOutcome.Answered<PromptOutcome>(PromptOutcome answer) -> answer;
      case ExchangeOutcome.Broken<PromptOutcome>(JobFailure failure) ->
          new PromptOutcome.Failed(failure);
    };
  }

  private PromptOutcome read(InputStream body, String prompt)
      throws IOException, UnusableAnswerException {
    byte[] text = body.readNBytes(MAX_ANSWER_BYTES + 1);
    if (text.length > MAX_ANSWER_BYTES) {
      throw UnusableAnswerException.tooLarge("more than " + MAX_ANSWER_BYTES + " bytes");
    }
    // the parser skips the blank lines before the document
    ChatResponseDto response = json.read(text, ChatResponseDto.class);
    return new PromptReading(json, prompt, cost(response)).of(response);
  }

  /// Input that the service had cached is cheaper; it is counted at the full price.
  private Cost cost(ChatResponseDto response) {
    ChatResponseDto.UsageDto usage = response.usage();
    return usage == null
        ? Cost.ZERO
        : writing
            .prices()
            .costOf(
                new TokenUsage(
                    Math.clamp(usage.promptTokens(), 0, MOST_TOKENS),
                    Math.clamp(usage.completionTokens(), 0, MOST_TOKENS),
                    0));
  }

  private static boolean isWorthAnotherTry(PromptOutcome outcome) {
    return outcome instanceof PromptOutcome.Failed(JobFailure failure)
        && (failure.kind() == FailureKind.UNUSABLE_ANSWER
            || failure.kind() == FailureKind.UNAVAILABLE);
  }

  private static PromptOutcome withCost(Cost more, PromptOutcome outcome) {
    return switch (outcome) {
      case PromptOutcome.Written(String prompt, Cost cost) ->
          new PromptOutcome.Written(prompt, cost.plus(more));
      case PromptOutcome.Failed(JobFailure failure) ->
          new PromptOutcome.Failed(failure.billed(more));
    };
  }
}
