package dev.photobridge.app.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Stands in for the Gemini API: answers what it is told to, and holds every request against
/// `openapi/providers/gemini.yaml`.
public final class FakeGemini implements AutoCloseable {
  private static final OpenApiInteractionValidator CONTRACT =
      OpenApiInteractionValidator.createForSpecificationUrl(
              Path.of("..", "openapi", "providers", "gemini.yaml")
                  .toAbsolutePath()
                  .normalize()
                  .toString())
          .build();

  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
  private final List<String> violations = new CopyOnWriteArrayList<>();

  /// Starts it.
  public FakeGemini() {
    server.addMockServiceRequestListener((request, _) -> check(request));
    server.start();
  }

  /// The keys that lead the server here.
  public Map<String, String> keys() {
    return keys("key-for-tests");
  }

  /// The keys that lead a server here that signs with this one.
  public Map<String, String> keys(String apiKey) {
    return Map.of("GEMINI_API_KEY", apiKey, "GEMINI_BASE_URL", server.baseUrl());
  }

  /// Answers every call so from now on.
  public void answers(ResponseDefinitionBuilder answer) {
    server.resetAll();
    server.stubFor(post(anyUrl()).willReturn(answer));
  }

  /// Never answers the next call, and every later one so.
  public void hangsOnceThenAnswers(ResponseDefinitionBuilder answer) {
    server.resetAll();
    server.stubFor(
        post(anyUrl())
            .inScenario("outage")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("over")
            .willReturn(aResponse().withFixedDelay(Integer.MAX_VALUE)));
    server.stubFor(
        post(anyUrl()).inScenario("outage").whenScenarioStateIs("over").willReturn(answer));
  }

  /// An answer with this image.
  public static ResponseDefinitionBuilder image(byte[] image) {
    return json(
        """
        {"candidates":[{"index":0,"finishReason":"STOP","content":{"role":"model","parts":[
          {"inlineData":{"mimeType":"image/png","data":"%s"}}]}}],
         "usageMetadata":{"promptTokenCount":300,"candidatesTokenCount":1120,"totalTokenCount":1420,
          "candidatesTokensDetails":[{"modality":"IMAGE","tokenCount":1120}]}}
        """
            .formatted(Base64.getEncoder().encodeToString(image)));
  }

  /// An answer without an image.
  public static ResponseDefinitionBuilder json(String body) {
    return aResponse().withHeader("Content-Type", "application/json").withBody(body);
  }

  /// Fails where a request was not what the contract allows.
  public void assertAllRequestsWereAllowed() {
    assertThat(violations).isEmpty();
  }

  /// How many calls came since the answer was last set.
  public int calls() {
    return server.getAllServeEvents().size();
  }

  /// The keys that these calls came with, in order.
  public List<String> keysOfCalls() {
    return server.getAllServeEvents().reversed().stream()
        .map(call -> call.getRequest().getHeader("x-goog-api-key"))
        .toList();
  }

  @Override
  public void close() {
    server.stop();
  }

  private void check(Request request) {
    var seen = SimpleRequest.Builder.post(request.getUrl()).withBody(request.getBodyAsString());
    request.getAllHeaderKeys().forEach(name -> seen.withHeader(name, request.getHeader(name)));
    CONTRACT.validateRequest(seen.build()).getMessages().stream()
        .map(Object::toString)
        .forEach(violations::add);
  }
}
