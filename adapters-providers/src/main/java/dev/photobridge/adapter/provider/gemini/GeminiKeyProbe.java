package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.http.AnswerLimits;
import dev.photobridge.adapter.provider.http.AnswerReader;
import dev.photobridge.adapter.provider.http.ApiKey;
import dev.photobridge.adapter.provider.http.Deadline;
import dev.photobridge.adapter.provider.http.ErrorText;
import dev.photobridge.adapter.provider.http.ExchangeOutcome;
import dev.photobridge.adapter.provider.http.ProviderHttpClient;
import dev.photobridge.adapter.provider.http.ProviderJson;
import dev.photobridge.adapter.provider.http.UnusableAnswerException;
import dev.photobridge.domain.job.JobFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks the service whether a key and a model are good, without making an image, so for free. Safe
/// for use by many threads.
public final class GeminiKeyProbe {
  private final ProviderHttpClient http;
  private final GeminiAddress address;
  private final ApiKey key;
  private final ProviderJson json = new ProviderJson();

  /// @param key asked with each check; empty where no key is set
  public GeminiKeyProbe(
      ProviderHttpClient http, GeminiAddress address, Supplier<Optional<String>> key) {
    this.http = http;
    this.address = address;
    this.key = new ApiKey(key);
  }

  /// Checks the current key with this model.
  public GeminiKeyCheck check(String model, Duration timeout) throws InterruptedException {
    Optional<String> apiKey = key.current();
    if (apiKey.isEmpty()) {
      return new GeminiKeyCheck.Fails(GeminiKey.missing());
    }
    var deadline = Deadline.in(timeout);
    var request =
        HttpRequest.newBuilder(address.model(model)).header(GeminiKey.HEADER, apiKey.get());
    var errors = new ErrorAnswers(json, AnswerLimits.DEFAULT, model, apiKey.get(), deadline);
    AnswerReader<GeminiKeyCheck> reader =
        (status, headers, body) ->
            status == 200
                ? known(body)
                : new GeminiKeyCheck.Fails(errors.read(status, headers, body).failure());
    return switch (http.get(request, deadline, reader)) {
      case ExchangeOutcome.Answered<GeminiKeyCheck>(GeminiKeyCheck check) -> check;
      case ExchangeOutcome.Broken<GeminiKeyCheck>(JobFailure failure) ->
          new GeminiKeyCheck.Fails(failure);
    };
  }

  /// A page of some gateway or portal must not pass for the service.
  private GeminiKeyCheck known(InputStream body) throws IOException, UnusableAnswerException {
    byte[] text = ErrorText.read(body, AnswerLimits.DEFAULT.maxErrorBytes());
    if (json.read(text, ModelDto.class).name() == null) {
      throw UnusableAnswerException.notJson("no model in it");
    }
    return new GeminiKeyCheck.Works();
  }

  /// A model as the service describes it.
  record ModelDto(@Nullable String name) {}
}
