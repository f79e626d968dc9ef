package dev.photobridge.adapter.provider.turbotext;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A strict stand-in for the service: at the end of a test it checks every request that it got
/// against the contract.
final class FakeTurbotext implements AutoCloseable {
  static final String KEY = "the-key-of-a-test";
  private static final String BASE = "/api_ai";

  private final WireMockServer server;
  private final TurbotextContract contract = new TurbotextContract();

  FakeTurbotext() {
    server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    server.start();
    server.stubFor(any(anyUrl()).willReturn(notFound()));
  }

  TurbotextAddress address() {
    return TurbotextAddress.of(URI.create(server.baseUrl() + BASE));
  }

  /// The answer to every `create_queue` from now on.
  void creates(ResponseDefinitionBuilder answer) {
    stub("create_queue", answer);
  }

  /// The answer to every `get_result` from now on.
  void results(ResponseDefinitionBuilder answer) {
    stub("get_result", answer);
  }

  private void stub(String action, ResponseDefinitionBuilder answer) {
    server.stubFor(
        post(urlPathMatching(BASE + "/[a-z0-9_]+"))
            .withRequestBody(containing("do=" + action))
            .willReturn(answer));
  }

  /// Has an image at an address of its site.
  void hasImage(String path, byte[] image) {
    server.stubFor(get(urlEqualTo(path)).willReturn(aResponse().withBody(image)));
  }

  static ResponseDefinitionBuilder json(String body) {
    return aResponse()
        .withHeader("Content-Type", "text/html; charset=utf-8")
        .withBody(body.replace('\'', '"'));
  }

  /// What was posted so far, the first first.
  List<LoggedRequest> posts() {
    return server.getAllServeEvents().reversed().stream()
        .map(event -> event.getRequest())
        .filter(request -> request.getMethod().getName().equals("POST"))
        .toList();
  }

  /// How many forms had this `do`.
  long count(String action) {
    return posts().stream().filter(post -> action.equals(form(post).get("do"))).count();
  }

  /// The method and the form of the only `create_queue` so far.
  Map<String, String> created(String method) {
    assertThat(count("create_queue")).isEqualTo(1);
    LoggedRequest request = posts().getFirst();
    assertThat(request.getUrl()).isEqualTo(BASE + "/" + method);
    return form(request);
  }

  /// What images were fetched so far.
  List<LoggedRequest> fetched() {
    return server.getAllServeEvents().reversed().stream()
        .map(event -> event.getRequest())
        .filter(request -> request.getMethod().getName().equals("GET"))
        .toList();
  }

  void assertRequestsFollowTheContract() {
    for (LoggedRequest request : posts()) {
      assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + KEY);
      assertThat(request.getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
      assertThat(contract.problems(request.getUrl().substring(BASE.length() + 1), form(request)))
          .isEmpty();
    }
    for (LoggedRequest request : fetched()) {
      assertThat(request.containsHeader("Authorization")).isFalse();
    }
  }

  private static Map<String, String> form(LoggedRequest request) {
    var form = new LinkedHashMap<String, String>();
    for (String field : request.getBodyAsString().split("&", -1)) {
      String[] parts = field.split("=", 2);
      String earlier = form.put(decoded(parts[0]), decoded(parts[1]));
      assertThat(earlier).as("sent twice: %s", field).isNull();
    }
    return form;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop();
  }
}
