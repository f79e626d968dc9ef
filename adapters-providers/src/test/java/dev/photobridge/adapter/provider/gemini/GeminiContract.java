package dev.photobridge.adapter.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.http.Request;
import dev.photobridge.adapter.provider.testing.ProviderContract;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `openapi/providers/gemini.yaml`: what we may send and have to expect.
final class GeminiContract {
  private static final String KEY = "x-goog-api-key";

  private final ProviderContract contract = new ProviderContract("gemini.yaml");
  private final ObjectMapper json = new ObjectMapper();

  /// What is wrong with a request as a whole; nothing if all is well.
  List<String> problemsOf(Request request) {
    URI uri = URI.create(request.getUrl());
    for (Map.Entry<String, JsonNode> path : contract.paths().properties()) {
      JsonNode operation =
          path.getValue().get(request.getMethod().value().toLowerCase(Locale.ROOT));
      if (operation != null && uri.getPath().matches(pattern(path.getKey()))) {
        return problemsOf(request, uri, operation);
      }
    }
    return List.of("nothing at " + request.getMethod() + " " + uri.getPath());
  }

  /// What is wrong with the body of a `generateContent` request; nothing if all is well.
  List<String> problemsOfRequest(byte[] body) {
    return contract.problems("GenerateContentRequest", body);
  }

  /// What is wrong with an answer's body; nothing if all is well.
  List<String> problemsOfAnswer(int status, byte[] body) {
    return contract.problems(status == 200 ? "GenerateContentResponse" : "ErrorResponse", body);
  }

  private List<String> problemsOf(Request request, URI uri, JsonNode operation) {
    var problems = new ArrayList<String>();
    if (uri.getQuery() != null) {
      problems.add("a query: " + uri.getQuery());
    }
    if (operation.get("security").isEmpty() == request.containsHeader(KEY)) {
      problems.add("the key is missing, or stands where it must not");
    }
    var known = new ArrayList<>(List.of(KEY));
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.get("in").asText().equals("header")) {
        String name = parameter.get("name").asText();
        known.add(name.toLowerCase(Locale.ROOT));
        problems.addAll(problemsOfHeader(request, name, parameter));
      }
    }
    request.getAllHeaderKeys().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> name.startsWith("x-") && !known.contains(name))
        .forEach(name -> problems.add("unknown header " + name));
    problems.addAll(problemsOfBody(request, operation.path("requestBody").path("content")));
    return problems;
  }

  private List<String> problemsOfHeader(Request request, String name, JsonNode parameter) {
    if (!request.containsHeader(name)) {
      return parameter.path("required").asBoolean() ? List.of("no header " + name) : List.of();
    }
    String value = request.getHeader(name);
    boolean number = parameter.at("/schema/type").asText().equals("integer");
    if (number && !value.matches("[0-9]+")) {
      return List.of(name + " is no number");
    }
    JsonNode typed = number ? json.valueToTree(Long.parseLong(value)) : json.valueToTree(value);
    return contract.problems((ObjectNode) parameter.get("schema"), typed).stream()
        .map(problem -> name + ": " + problem)
        .toList();
  }

  private List<String> problemsOfBody(Request request, JsonNode content) {
    if (content.isMissingNode()) {
      return request.getBody().length == 0 ? List.of() : List.of("a body");
    }
    String type = String.valueOf(request.getHeader("Content-Type"));
    JsonNode taken = content.has(type) ? content.get(type) : content.path("image/*");
    if (taken.isMissingNode()) {
      return List.of("Content-Type " + type);
    }
    return taken.has("schema")
        ? problems((ObjectNode) taken.get("schema"), request.getBody())
        : List.of();
  }

  private static String pattern(String template) {
    return template.replaceAll("\\{[a-z]+}", "[^/:]+");
  }

  private List<String> problems(ObjectNode schema, byte[] body) {
    try {
      return contract.problems(schema, json.readTree(body));
    } catch (IOException e) {
      return List.of("not JSON: " + e.getMessage());
    }
  }
}
