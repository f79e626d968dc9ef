package dev.photobridge.adapter.provider.gemini;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A stand-in for the service, as strict as it: what the contract or a model forbids is answered
/// with 400, a file that is not there with 403. It takes uploads; what it answers to calls, tests
/// say.
public final class FakeGemini implements AutoCloseable {
  public static final String MODEL = "gemini-nano-banana-2.1";
  public static final String CALL = "/v1beta/models/" + MODEL + ":generateContent";

  private static final String ANY_CALL = "/v1beta/models/[^/]+:generateContent";

  private final ObjectMapper json = new ObjectMapper();
  private final GeminiContract contract = new GeminiContract();
  private final FakeGeminiFiles files = new FakeGeminiFiles();
  private final FakeGeminiModels models = new FakeGeminiModels(files);
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private final WireMockServer server =
      new WireMockServer(
          options().dynamicPort().bindAddress("127.0.0.1").extensions(new Strictness()));

  public FakeGemini() {
    server.start();
    server.stubFor(any(anyUrl()).willReturn(notFound()));
  }

  public URI address() {
    return URI.create(server.baseUrl());
  }

  /// The keys that lead the program here.
  public Map<String, String> keys() {
    return keys("key-for-tests");
  }

  /// The keys that lead a program here that signs with this one.
  public Map<String, String> keys(String apiKey) {
    return Map.of("GEMINI_API_KEY", apiKey, "GEMINI_BASE_URL", server.baseUrl());
  }

  /// The answer to every call from now on.
  public void answers(ResponseDefinitionBuilder answer) {
    server.stubFor(post(urlMatching(ANY_CALL)).willReturn(answer));
  }

  /// The files that lie here.
  public FakeGeminiFiles files() {
    return files;
  }

  public WireMockServer server() {
    return server;
  }

  /// The calls for images so far, the first one first.
  public List<LoggedRequest> calls() {
    return server.getAllServeEvents().reversed().stream()
        .map(ServeEvent::getRequest)
        .filter(request -> request.getUrl().matches(ANY_CALL))
        .toList();
  }

  /// The body of a call.
  public JsonNode body(LoggedRequest call) {
    try {
      return json.readTree(call.getBody());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// The only request so far.
  LoggedRequest request() {
    List<ServeEvent> events = server.getAllServeEvents();
    assertThat(events).hasSize(1);
    return events.getFirst().getRequest();
  }

  /// The body of the only request so far.
  JsonNode body() {
    return body(request());
  }

  /// Fails where a request was not what the contract allows.
  public void assertRequestsFollowTheContract() {
    assertThat(violations).isEmpty();
  }

  @Override
  public void close() {
    server.stop();
  }

  private RequestFilterAction judged(Request request) {
    List<String> problems = contract.problemsOf(request);
    if (problems.isEmpty() && request.getUrl().matches(ANY_CALL)) {
      problems = models.problemsOf(request);
    }
    if (!problems.isEmpty()) {
      violations.add(request.getMethod() + " " + request.getUrl() + ": " + problems);
      return RequestFilterAction.stopWith(
          error(400, "INVALID_ARGUMENT", String.join("; ", problems)).build());
    }
    Optional<ResponseDefinitionBuilder> answer =
        files.answerTo(request, address()).or(() -> models.missingFile(request));
    return answer
        .<RequestFilterAction>map(given -> RequestFilterAction.stopWith(given.build()))
        .orElseGet(() -> RequestFilterAction.continueWith(request));
  }

  static ResponseDefinitionBuilder error(int status, String word, String message) {
    String body =
        "{\"error\":{\"code\":%d,\"status\":\"%s\",\"message\":\"%s\"}}"
            .formatted(status, word, message.replace('"', '\'').replace('\\', '/'));
    return aResponse().withStatus(status).withBody(body);
  }

  private final class Strictness implements StubRequestFilterV2 {
    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
      return judged(request);
    }

    @Override
    public String getName() {
      return "strictness";
    }
  }
}
