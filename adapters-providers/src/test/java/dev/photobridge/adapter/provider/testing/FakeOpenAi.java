package dev.photobridge.adapter.provider.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Stands in for OpenAI, or for a server that speaks like it: answers what it is told to, and
/// refuses with 400 whatever the contract does not allow.
public final class FakeOpenAi implements AutoCloseable {
  /// The key that it takes.
  public static final String KEY = "the-key-of-a-test";

  private final OpenAiContract contract;
  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
  private final List<String> violations = new CopyOnWriteArrayList<>();

  /// A server that takes what this contract allows.
  public FakeOpenAi(OpenAiContract contract) {
    this.contract = contract;
    server.start();
    forget();
  }

  public URI address() {
    return URI.create(server.baseUrl());
  }

  /// Answers every allowed call so from now on.
  public void answers(ResponseDefinitionBuilder answer) {
    forget();
    server.stubFor(
        any(anyUrl())
            .andMatching(request -> MatchResult.of(isAllowed(request)))
            .willReturn(answer));
  }

  /// Has a file at this path, which anybody may fetch.
  public URI has(String path, byte[] file) {
    server.stubFor(get(urlEqualTo(path)).atPriority(1).willReturn(aResponse().withBody(file)));
    return URI.create(server.baseUrl() + path);
  }

  /// Forgets all calls and answers.
  public void forget() {
    server.resetAll();
    violations.clear();
    server.stubFor(
        any(anyUrl())
            .atPriority(9)
            .willReturn(jsonResponse("{\"error\":{\"message\":\"not allowed\"}}", 400)));
  }

  /// An answer with this image.
  public static ResponseDefinitionBuilder image(byte[] image) {
    return json(
        """
        {"created":1,"data":[{"b64_json":"%s"}],"output_format":"jpeg","size":"1536x1024",
         "usage":{"total_tokens":1500,"input_tokens":420,"output_tokens":1080,
          "input_tokens_details":{"text_tokens":60,"image_tokens":360}}}
        """
            .formatted(Base64.getEncoder().encodeToString(image)));
  }

  /// An answer with the address of an image and without a bill.
  public static ResponseDefinitionBuilder link(String address) {
    return json("{\"created\":1,\"data\":[{\"b64_json\":null,\"url\":\"" + address + "\"}]}");
  }

  /// An answer with this body.
  public static ResponseDefinitionBuilder json(String body) {
    return aResponse().withHeader("Content-Type", "application/json").withBody(body);
  }

  /// The only call so far.
  public LoggedRequest request() {
    List<ServeEvent> events = server.getAllServeEvents();
    assertThat(events).hasSize(1);
    return events.getFirst().getRequest();
  }

  /// The text of a field of the only call so far.
  public String field(String name) {
    return request().getPart(name).getBody().asString();
  }

  /// The files of the only call so far, in their order.
  public List<byte[]> files() {
    return request().getParts().stream()
        .filter(part -> part.getFileName() != null)
        .map(part -> part.getBody().asBytes())
        .toList();
  }

  /// How many calls came.
  public int calls() {
    return server.getAllServeEvents().size();
  }

  /// Fails where a call was not what the contract allows.
  public void assertAllRequestsWereAllowed() {
    assertThat(violations).isEmpty();
  }

  @Override
  public void close() {
    server.stop();
  }

  private boolean isAllowed(Request request) {
    List<String> problems = contract.problems(request);
    violations.addAll(problems);
    return problems.isEmpty();
  }
}
