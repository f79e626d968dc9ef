package dev.photobridge.adapter.provider.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads the errors of services that speak like OpenAI's,
/// `{"error":{"message","type","param","code"}}`, and of servers that are built with FastAPI,
/// `{"detail":…}`. Gateways in between say less, so everything may be missing.
///
/// @param key hidden where the service repeats it; empty where there is none
public record ServiceErrors(ProviderJson json, AnswerLimits limits, String key) {
  /// Reads an error answer.
  ///
  /// @throws IOException only when the reading thread was interrupted
  public ServiceError read(int status, HttpHeaders headers, InputStream body) throws IOException {
    JsonNode answer = json.tree(ErrorText.read(body, limits.maxErrorBytes()));
    return new ServiceError(status, word(answer), message(answer), RetryAfter.in(headers));
  }

  /// The error that an answer has in it whose status is good.
  public ServiceError in(JsonNode answer, int status) {
    return new ServiceError(status, word(answer), message(answer), Optional.empty());
  }

  private static String word(JsonNode answer) {
    JsonNode error = answer.path("error");
    return Stream.of(error.path("code"), error.path("type"), answer.path("code"))
        .filter(JsonNode::isTextual)
        .map(word -> ProviderWord.of(word.textValue().toUpperCase(Locale.ROOT), ""))
        .filter(word -> !word.isEmpty())
        .findFirst()
        .orElse("");
  }

  private String message(JsonNode answer) {
    JsonNode error = answer.path("error");
    String words =
        Stream.of(error.path("message"), error, answer.path("detail"), answer.path("message"))
            .map(ServiceErrors::words)
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse("");
    String field = error.path("param").isTextual() ? error.path("param").textValue() : "";
    return ApiKey.hidden(key, words.contains(field) ? words : words + " (" + field + ")");
  }

  /// A text, or what a list of mistakes in fields says.
  private static String words(JsonNode said) {
    if (said.isArray()) {
      return StreamSupport.stream(said.spliterator(), false)
          .map(ServiceErrors::mistake)
          .collect(Collectors.joining("; "));
    }
    return said.isTextual() ? said.textValue() : "";
  }

  private static String mistake(JsonNode mistake) {
    String words = mistake.isTextual() ? mistake.textValue() : mistake.path("msg").asText("");
    JsonNode place = mistake.path("loc");
    String field = place.path(place.size() - 1).asText("");
    return field.isEmpty() ? words : field + ": " + words;
  }
}
