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
import dev.photobridge.application.port.out.ProviderCheck;
import dev.photobridge.application.port.out.ProviderProbe;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.ProviderId;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks the service whether a key and a model are good, without making an image, so for free. Safe
/// for use by many threads.
public final class GeminiKeyProbe implements ProviderProbe {
  private final ProviderHttpClient http;
  private final GeminiAddress address;
  private final ApiKey key;
  private final String model;
  private final ProviderJson json = new ProviderJson();

  /// @param key asked with each check; empty where no key is set
  /// @param model the one that the key must be good for
  public GeminiKeyProbe(
      ProviderHttpClient http,
      GeminiAddress address,
      Supplier<Optional<String>> key,
      String model) {
    this.http = http;
    this.address = address;
    this.key = new ApiKey(key);
    this.model = model;
  }

  @Override
  public ProviderId provider() {
    return GeminiImageProvider.ID;
  }

  @Override
  public ProviderCheck check(Duration timeout) throws InterruptedException {
    if (key.isMissing()) {
      return new ProviderCheck.NoKey();
    }
    Optional<String> apiKey = key.current();
    return apiKey.isPresent()
        ? asked(apiKey.get(), Deadline.in(timeout))
        : new ProviderCheck.Fails(GeminiKey.missing());
  }

  private ProviderCheck asked(String apiKey, Deadline deadline) throws InterruptedException {
    var request = HttpRequest.newBuilder(address.model(model)).header(GeminiKey.HEADER, apiKey);
    var errors = new ErrorAnswers(json, AnswerLimits.DEFAULT, model, apiKey, deadline);
    AnswerReader<ProviderCheck> reader =
        (status, headers, body) ->
            status == 200
                ? known(body)
                : new ProviderCheck.Fails(errors.read(status, headers, body).failure());
    return switch (http.get(request, deadline, reader)) {
      case ExchangeOutcome.Answered<ProviderCheck>(ProviderCheck check) -> check;
      case ExchangeOutcome.Broken<ProviderCheck>(JobFailure failure) ->
          new ProviderCheck.Fails(failure);
    };
  }

  /// A page of some gateway or portal must not pass for the service.
  private ProviderCheck known(InputStream body) throws IOException, UnusableAnswerException {
    byte[] text = ErrorText.read(body, AnswerLimits.DEFAULT.maxErrorBytes());
    ModelDto known = json.read(text, ModelDto.class);
    if (known.name() == null) {
      throw UnusableAnswerException.notJson("no model in it");
    }
    return new ProviderCheck.Works(known.described(model));
  }

  /// A model as the service describes it.
  record ModelDto(
      @Nullable String name,
      @Nullable String displayName,
      long inputTokenLimit,
      long outputTokenLimit) {
    String described(String id) {
      String title = displayName == null || displayName.isBlank() ? "" : " (" + displayName + ")";
      String limits =
          inputTokenLimit > 0
              ? ": %d tokens in, %d out".formatted(inputTokenLimit, outputTokenLimit)
              : "";
      return "the key may use the model " + id + title + limits;
    }
  }
}
