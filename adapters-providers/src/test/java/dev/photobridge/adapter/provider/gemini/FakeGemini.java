package dev.photobridge.adapter.provider.gemini;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/// A strict stand-in for the service: at the end of a test it checks every request that it got
/// against the contract.
final class FakeGemini implements AutoCloseable {
  static final String MODEL = "gemini-nano-banana-2.1";
  static final String CALL = "/v1beta/models/" + MODEL + ":generateContent";

  private final WireMockServer server;
  private final GeminiContract contract = new GeminiContract();

  FakeGemini() {
    server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    server.start();
    server.stubFor(any(anyUrl()).willReturn(notFound()));
  }

  URI address() {
    return URI.create(server.baseUrl());
  }

  /// The answer to every call from now on.
  void answers(ResponseDefinitionBuilder answer) {
    server.stubFor(post(urlEqualTo(CALL)).willReturn(answer));
  }

  WireMockServer server() {
    return server;
  }

  /// The only request so far.
  LoggedRequest request() {
    List<ServeEvent> events = server.getAllServeEvents();
    assertThat(events).hasSize(1);
    return events.getFirst().getRequest();
  }

  /// The body of the only request so far.
  JsonNode body() throws IOException {
    return new ObjectMapper().readTree(request().getBody());
  }

  void assertRequestsFollowTheContract() {
    for (ServeEvent event : server.getAllServeEvents()) {
      LoggedRequest request = event.getRequest();
      assertThat(request.getUrl()).isEqualTo(CALL);
      assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
      assertThat(request.getHeader("X-Server-Timeout")).matches("[1-9][0-9]*");
      assertThat(contract.problemsOfRequest(request.getBody())).isEmpty();
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
