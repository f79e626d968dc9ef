package dev.photobridge.adapter.provider.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Stands in for DeepSeek: answers what it is told to, and refuses with 422 whatever the contract
/// does not allow.
public final class FakeDeepSeek implements AutoCloseable {
  /// The key that it takes.
  public static final String KEY = "the-key-of-a-test";

  private static final ProviderContract CONTRACT = new ProviderContract("deepseek.yaml");

  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
  private final List<String> violations = new CopyOnWriteArrayList<>();

  public FakeDeepSeek() {
    server.start();
  }

  public URI address() {
    return URI.create(server.baseUrl());
  }

  /// Answers every allowed call so from now on.
  public void answers(ResponseDefinitionBuilder answer) {
    forget();
    server.stubFor(any(anyUrl()).andMatching(this::match).willReturn(answer));
  }

  /// Answers the first allowed call and then the others.
  public void answers(ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
    forget();
    server.stubFor(
        any(anyUrl())
            .inScenario("tries")
            .whenScenarioStateIs(STARTED)
            .willSetStateTo("again")
            .andMatching(this::match)
            .willReturn(first));
    server.stubFor(
        any(anyUrl())
            .inScenario("tries")
            .whenScenarioStateIs("again")
            .andMatching(this::match)
            .willReturn(then));
  }

  /// An answer in which the model wrote this.
  public static ResponseDefinitionBuilder wrote(String content) {
    return wrote(content, "stop");
  }

  /// An answer in which the model wrote this and stopped for this reason.
  public static ResponseDefinitionBuilder wrote(String content, String finishReason) {
    var answer = new ObjectMapper().createObjectNode();
    var choice = answer.putArray("choices").addObject();
    choice.put("finish_reason", finishReason).putObject("message").put("content", content);
    answer.putObject("usage").put("prompt_tokens", 300).put("completion_tokens", 100);
    return aResponse().withBody("\n\n \n" + answer);
  }

  /// The body of the latest call.
  public JsonNode body() throws IOException {
    return new ObjectMapper()
        .readTree(server.getAllServeEvents().getFirst().getRequest().getBody());
  }

  /// How many calls came since the answer was last set.
  public int calls() {
    return server.getAllServeEvents().size();
  }

  /// Fails where a call was not what the contract allows.
  public void assertAllRequestsWereAllowed() {
    assertThat(violations).isEmpty();
  }

  private static List<String> problems(Request request) {
    var problems = new ArrayList<String>();
    if (!("Bearer " + KEY).equals(request.getHeader("Authorization"))) {
      problems.add("wrong Authorization");
    }
    switch (request.getMethod().getName() + " " + request.getUrl()) {
      case "GET /user/balance" -> {}
      case "POST /chat/completions" -> {
        if (!"application/json".equals(request.getHeader("Content-Type"))) {
          problems.add("no application/json");
        }
        problems.addAll(CONTRACT.problems("ChatRequest", request.getBody()));
      }
      default -> problems.add("no such path: " + request.getUrl());
    }
    return problems;
  }

  @Override
  public void close() {
    server.stop();
  }

  private void forget() {
    server.resetAll();
    violations.clear();
    server.stubFor(
        any(anyUrl())
            .atPriority(9)
            .willReturn(jsonResponse("{\"error\":{\"message\":\"not allowed\"}}", 422)));
  }

  private MatchResult match(Request request) {
    List<String> problems = problems(request);
    violations.addAll(problems);
    return MatchResult.of(problems.isEmpty());
  }
}
