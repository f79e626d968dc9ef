package dev.photobridge.adapter.provider.deepseek;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photobridge.adapter.provider.http.AnswerLimits;
import dev.photobridge.adapter.provider.http.AnswerReader;
import dev.photobridge.adapter.provider.http.ApiKey;
import dev.photobridge.adapter.provider.http.Deadline;
import dev.photobridge.adapter.provider.http.ErrorText;
import dev.photobridge.adapter.provider.http.ExchangeOutcome;
import dev.photobridge.adapter.provider.http.ProviderHttpClient;
import dev.photobridge.adapter.provider.http.ProviderJson;
import dev.photobridge.adapter.provider.http.ServiceAddress;
import dev.photobridge.adapter.provider.http.ServiceErrors;
import dev.photobridge.adapter.provider.http.UnusableAnswerException;
import dev.photobridge.application.port.out.ProviderCheck;
import dev.photobridge.application.port.out.ProviderProbe;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.ProviderId;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Asks DeepSeek for the account's balance, which costs nothing. Safe for use by many threads.
public final class DeepSeekProbe implements ProviderProbe {
  /// The catalogue's id of this prompt writer.
  public static final ProviderId ID = new ProviderId("deepseek");

  private static final String PATH = "/user/balance";

  private final ProviderHttpClient http;
  private final ServiceAddress address;
  private final ApiKey key;
  private final ProviderJson json = new ProviderJson();

  /// @param key asked with each check; empty where no key is set
  public DeepSeekProbe(
      ProviderHttpClient http, ServiceAddress address, Supplier<Optional<String>> key) {
    this.http = http;
    this.address = address;
    this.key = new ApiKey(key);
  }

  @Override
  public ProviderId provider() {
    return ID;
  }

  @Override
  public ProviderCheck check(Duration timeout) throws InterruptedException {
    Optional<String> apiKey = key.current();
    if (apiKey.isEmpty()) {
      return new ProviderCheck.NoKey();
    }
    var errors = new ServiceErrors(json, AnswerLimits.DEFAULT, apiKey.get());
    AnswerReader<ProviderCheck> reader =
        (status, headers, body) ->
            status == 200
                ? balance(body)
                : new ProviderCheck.Fails(DeepSeekErrors.of(errors.read(status, headers, body)));
    var request =
        HttpRequest.newBuilder(address.at(PATH)).header("Authorization", "Bearer " + apiKey.get());
    return switch (http.get(request, Deadline.in(timeout), reader)) {
      case ExchangeOutcome.Answered<ProviderCheck>(ProviderCheck check) -> check;
      case ExchangeOutcome.Broken<ProviderCheck>(JobFailure failure) ->
          new ProviderCheck.Fails(failure);
    };
  }

  /// A page of some gateway or portal must not pass for the service.
  private ProviderCheck balance(InputStream body) throws IOException, UnusableAnswerException {
    JsonNode answer = json.tree(ErrorText.read(body, AnswerLimits.DEFAULT.maxErrorBytes()));
    if (!answer.path("is_available").isBoolean()) {
      throw UnusableAnswerException.notJson("no balance in it");
    }
    String balances =
        StreamSupport.stream(answer.path("balance_infos").spliterator(), false)
            .map(info -> info.path("total_balance").asText() + " " + info.path("currency").asText())
            .collect(Collectors.joining(", "));
    String detail = "the balance is " + (balances.isBlank() ? "not told" : balances);
    return answer.path("is_available").booleanValue()
        ? new ProviderCheck.Works(detail)
        : new ProviderCheck.Fails(
            JobFailure.of(
                FailureKind.QUOTA_EXHAUSTED, "NO_BALANCE", detail + ", too little for calls"));
  }
}
