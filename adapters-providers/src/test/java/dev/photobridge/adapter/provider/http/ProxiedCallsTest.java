package dev.photobridge.adapter.provider.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.photobridge.adapter.provider.testing.TrustAll;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Calls through a proxy, and TLS.
@Timeout(60)
class ProxiedCallsTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final String LOGIN = "Proxy-Authorization: Basic bWU6c2VjcmV0";

  private final WireMockServer provider =
      new WireMockServer(options().dynamicPort().dynamicHttpsPort().bindAddress("127.0.0.1"));

  @BeforeEach
  void start() {
    provider.start();
    provider.stubFor(any(anyUrl()).willReturn(ok("hello")));
  }

  @AfterEach
  void stop() {
    provider.stop();
  }

  @Test
  void tunnelsToSecureAddressesAndLogsInAtTheProxyAlone() throws Exception {
    var heads = new CopyOnWriteArrayList<String>();
    try (var proxy = new ScriptedServer(tunnel(heads))) {
      for (int call = 0; call < 2; call++) {
        assertThat(get(trusting(proxy, "me:secret"), secure())).isEqualTo("200 hello");
      }
    }
    assertThat(heads.getFirst())
        .as("the name is left to the proxy")
        .startsWith("CONNECT provider.example:" + provider.httpsPort() + " HTTP/1.1")
        .contains(LOGIN);
    assertThat(provider.getAllServeEvents())
        .hasSize(2)
        .noneMatch(event -> event.getRequest().containsHeader("Proxy-Authorization"));
  }

  @Test
  void callsOneAfterTheOtherShareATunnel() throws Exception {
    var heads = new CopyOnWriteArrayList<String>();
    try (var proxy = new ScriptedServer(tunnel(heads));
        var client = trusting(proxy, "me:secret")) {
      for (int call = 0; call < 3; call++) {
        assertThat(asked(client, secure())).isEqualTo("200 hello");
      }
    }
    assertThat(heads).hasSize(1);
  }

  @Test
  void certificatesAreVerifiedThroughTheProxyAndWithout() throws Exception {
    var heads = new CopyOnWriteArrayList<String>();
    try (var proxy = new ScriptedServer(tunnel(heads))) {
      assertTlsFails(new ProviderHttpClient(settings(proxy, Optional.empty())), secure());
    }
    assertThat(heads).noneMatch(head -> head.contains("Proxy-Authorization"));
    URI address = URI.create("https://127.0.0.1:" + provider.httpsPort());
    assertTlsFails(new ProviderHttpClient(ConnectionSettings.direct()), address);
    assertThat(provider.getAllServeEvents()).isEmpty();
  }

  @Test
  void plainAddressesAreAskedForAtTheProxy() throws Exception {
    ScriptedServer.Script script =
        connection -> {
          String head = connection.head();
          boolean whole = head.startsWith("GET http://provider.example/x ") && head.contains(LOGIN);
          connection.send(
              "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n" + (whole ? "good" : "bad!"));
        };
    try (var proxy = new ScriptedServer(script)) {
      var client = new ProviderHttpClient(settings(proxy, Optional.of("me:secret")));
      assertThat(get(client, URI.create("http://provider.example/x"))).isEqualTo("200 good");
    }
  }

  @Test
  void aProxyThatDoesNotKnowUsIsNamed() throws Exception {
    String refusal =
        "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n";
    for (URI address : new URI[] {secure(), URI.create("http://provider.example/")}) {
      try (var proxy = new ScriptedServer(answering(refusal))) {
        var client = new ProviderHttpClient(settings(proxy, Optional.of("me:secret")));
        JobFailure failure = failure(client, address);
        assertThat(failure.reason()).isEqualTo("PROXY_LOGIN");
        assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
        assertThat(failure.detail())
            .contains("127.0.0.1:" + proxy.address().getPort())
            .doesNotContain("secret");
      }
    }
  }

  @Test
  void aProxyThatCanNotReachTheProviderIsNamed() throws Exception {
    try (var proxy =
        new ScriptedServer(answering("HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n"))) {
      var client = new ProviderHttpClient(settings(proxy, Optional.empty()));
      JobFailure failure = failure(client, secure());
      assertThat(failure.reason()).isEqualTo("CONNECTION_BROKEN");
      assertThat(failure.detail()).contains("through the proxy 127.0.0.1:", "502");
    }
  }

  @Test
  void aProxyThatIsNotThereIsNamed() throws Exception {
    var proxy = new ScriptedServer(answering(""));
    proxy.close();
    var client = new ProviderHttpClient(settings(proxy, Optional.of("me:secret")));
    JobFailure failure = failure(client, secure());
    assertThat(failure.reason()).isEqualTo("CANNOT_CONNECT");
    assertThat(failure.detail()).contains("the proxy 127.0.0.1:").doesNotContain("secret");
  }

  @Test
  void aProxyThatNeverAnswersIsGivenUpAtTheDeadline() throws Exception {
    ScriptedServer.Script silent =
        connection -> {
          connection.head();
          connection.awaitEnd();
        };
    try (var proxy = new ScriptedServer(silent);
        var client = new ProviderHttpClient(settings(proxy, Optional.empty()))) {
      Object end = asked(client, secure(), Duration.ofMillis(500));
      assertThat(((JobFailure) end).reason()).isEqualTo("TIMEOUT");
      proxy.awaitClientGone();
    }
  }

  private URI secure() {
    return URI.create("https://provider.example:" + provider.httpsPort() + "/x");
  }

  /// A proxy that leads everybody to the provider of this test.
  private ScriptedServer.Script tunnel(List<String> heads) {
    return connection -> {
      heads.add(connection.head());
      connection.send("HTTP/1.1 200 Connection established\r\n\r\n");
      connection.relay(InetAddress.getLoopbackAddress(), provider.httpsPort());
    };
  }

  private static ScriptedServer.Script answering(String answer) {
    return connection -> {
      connection.head();
      connection.send(answer);
    };
  }

  private static ProviderHttpClient trusting(ScriptedServer proxy, String login) {
    ConnectionSettings settings = settings(proxy, Optional.of(login));
    return new ProviderHttpClient(settings, TrustAll.context(), InetAddress::getAllByName);
  }

  private static ConnectionSettings settings(ScriptedServer proxy, Optional<String> login) {
    URI address = proxy.address();
    return new ConnectionSettings(
        Optional.of(new HttpProxy(address.getHost(), address.getPort(), login)),
        Duration.ofSeconds(20));
  }

  private static void assertTlsFails(ProviderHttpClient client, URI address) throws Exception {
    assertThat(failure(client, address).reason()).isEqualTo("TLS_HANDSHAKE_FAILED");
  }

  private static JobFailure failure(ProviderHttpClient client, URI address) throws Exception {
    return get(client, address) instanceof JobFailure failure
        ? failure
        : JobFailure.of(FailureKind.INTERNAL, "ANSWERED", "");
  }

  private static Object get(ProviderHttpClient client, URI address) throws Exception {
    try (client) {
      return asked(client, address);
    }
  }

  private static Object asked(ProviderHttpClient client, URI address) throws Exception {
    return asked(client, address, LONG);
  }

  private static Object asked(ProviderHttpClient client, URI address, Duration timeLeft)
      throws Exception {
    ExchangeOutcome<String> outcome =
        client.get(
            HttpRequest.newBuilder(address),
            Deadline.in(timeLeft),
            (status, _, body) -> status + " " + new String(body.readAllBytes(), UTF_8));
    return switch (outcome) {
      case ExchangeOutcome.Answered<String>(String answer) -> answer;
      case ExchangeOutcome.Broken<String>(JobFailure failure) -> failure;
    };
  }
}
