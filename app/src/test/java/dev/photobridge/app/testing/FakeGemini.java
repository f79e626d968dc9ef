package dev.photobridge.app.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// Stands in for the Gemini API: answers calls for images as it is told to, and refuses whatever
/// `openapi/providers/gemini.yaml` forbids.
public final class FakeGemini implements AutoCloseable {
  private static final String CALLS = "/v1beta/models/[^/]+:generateContent";

  private final dev.photobridge.adapter.provider.gemini.FakeGemini service =
      new dev.photobridge.adapter.provider.gemini.FakeGemini();

  /// The keys that lead the server here.
  public Map<String, String> keys() {
    return service.keys();
  }

  /// The keys that lead a server here that signs with this one.
  public Map<String, String> keys(String apiKey) {
    return service.keys(apiKey);
  }

  /// Answers every call so from now on.
  public void answers(ResponseDefinitionBuilder answer) {
    service.server().resetAll();
    service.answers(answer);
  }

  /// Never answers the next call, and every later one so.
  public void hangsOnceThenAnswers(ResponseDefinitionBuilder answer) {
    service.server().resetAll();
    service
        .server()
        .stubFor(
            post(urlMatching(CALLS))
                .inScenario("outage")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("over")
                .willReturn(aResponse().withFixedDelay(Integer.MAX_VALUE)));
    service
        .server()
        .stubFor(
            post(urlMatching(CALLS))
                .inScenario("outage")
                .whenScenarioStateIs("over")
                .willReturn(answer));
  }

  /// Is overloaded for the next two calls, and answers every later one so.
  public void failsTwiceThenAnswers(ResponseDefinitionBuilder answer) {
    service.server().resetAll();
    List<String> states = List.of(Scenario.STARTED, "failed once", "over");
    for (int i = 0; i < 2; i++) {
      service
          .server()
          .stubFor(
              post(urlMatching(CALLS))
                  .inScenario("overload")
                  .whenScenarioStateIs(states.get(i))
                  .willSetStateTo(states.get(i + 1))
                  .willReturn(aResponse().withStatus(503)));
    }
    service
        .server()
        .stubFor(
            post(urlMatching(CALLS))
                .inScenario("overload")
                .whenScenarioStateIs("over")
                .willReturn(answer));
  }

  /// An answer with this image, labelled as a PNG whatever it is.
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
    service.assertRequestsFollowTheContract();
  }

  /// How many calls came since the answer was last set.
  public int calls() {
    return service.calls().size();
  }

  /// The keys that these calls came with, in order.
  public List<String> keysOfCalls() {
    return service.calls().stream().map(call -> call.getHeader("x-goog-api-key")).toList();
  }

  /// What the latest of them asked for.
  public JsonNode latestBody() {
    return service.body(service.calls().getLast());
  }

  /// The images that were uploaded so far.
  public List<byte[]> uploads() {
    return service.files().uploads();
  }

  @Override
  public void close() {
    service.close();
  }
}
