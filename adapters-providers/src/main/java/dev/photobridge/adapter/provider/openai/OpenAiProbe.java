package dev.photobridge.adapter.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photobridge.adapter.provider.http.AnswerLimits;
import dev.photobridge.adapter.provider.http.AnswerReader;
import dev.photobridge.adapter.provider.http.Deadline;
import dev.photobridge.adapter.provider.http.ErrorText;
import dev.photobridge.adapter.provider.http.ExchangeOutcome;
import dev.photobridge.adapter.provider.http.ProviderHttpClient;
import dev.photobridge.adapter.provider.http.ProviderJson;
import dev.photobridge.adapter.provider.http.ServiceErrors;
import dev.photobridge.adapter.provider.http.UnusableAnswerException;
import dev.photobridge.application.port.out.ProviderCheck;
import dev.photobridge.application.port.out.ProviderProbe;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.ProviderId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Asks the server for its list of models, which costs nothing. Safe for use by many threads.
public final class OpenAiProbe implements ProviderProbe {
  private static final int MAX_LIST_BYTES = 1 << 20;

  private final ProviderHttpClient http;
  private final OpenAiServer server;
  private final List<String> wanted;
  private final ProviderJson json = new ProviderJson();

  /// @param wanted ids of the catalogue's models
  public OpenAiProbe(ProviderHttpClient http, OpenAiServer server, List<String> wanted) {
    this.http = http;
    this.server = server;
    this.wanted = List.copyOf(wanted);
  }

  @Override
  public ProviderId provider() {
    return OpenAiImageProvider.ID;
  }

  @Override
  public ProviderCheck check(Duration timeout) throws InterruptedException {
    Dialect dialect = server.dialect(Optional.empty());
    Optional<String> key = server.key();
    if (dialect.key().misses(key)) {
      return new ProviderCheck.NoKey();
    }
    var deadline = Deadline.in(timeout);
    var errors = new ServiceErrors(json, AnswerLimits.DEFAULT, key.orElse(""));
    AnswerReader<ProviderCheck> reader =
        (status, headers, body) ->
            status == 200
                ? known(body)
                : new ProviderCheck.Fails(
                    new ErrorMeaning(errors.read(status, headers, body), "")
                        .outcome(deadline.left())
                        .failure());
    return switch (http.get(server.request(dialect.modelsPath(), dialect, key), deadline, reader)) {
      case ExchangeOutcome.Answered<ProviderCheck>(ProviderCheck check) -> check;
      case ExchangeOutcome.Broken<ProviderCheck>(JobFailure failure) ->
          new ProviderCheck.Fails(failure);
    };
  }

  /// A page of some gateway or portal must not pass for the service.
  private ProviderCheck known(InputStream body) throws IOException, UnusableAnswerException {
    JsonNode list = json.tree(ErrorText.read(body, MAX_LIST_BYTES)).path("data");
    if (!list.isArray()) {
      throw UnusableAnswerException.notJson("no list of models in it");
    }
    List<String> there =
        StreamSupport.stream(list.spliterator(), false)
            .map(model -> model.path("id").asText(""))
            .toList();
    List<String> missing = wanted.stream().filter(model -> !there.contains(model)).toList();
    return new ProviderCheck.Works(
        missing.isEmpty()
            ? "it has the models of the catalogue"
            : "its list of " + there.size() + " models lacks " + String.join(", ", missing));
  }
}
