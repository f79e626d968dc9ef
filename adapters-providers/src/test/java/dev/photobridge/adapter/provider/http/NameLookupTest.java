package dev.photobridge.adapter.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class NameLookupTest {
  private static final URI ADDRESS = URI.create("http://provider.example/");
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration SHORT = Duration.ofMillis(20);

  private final CountDownLatch end = new CountDownLatch(1);
  private final List<String> asked = new ArrayList<>();

  @AfterEach
  void letLookupsEnd() {
    end.countDown();
  }

  @Test
  void waitsForTheName() throws Exception {
    try (HttpClient client = client(LONG)) {
      new NameLookup(client, this::known).await(ADDRESS, LONG);
    }

    assertThat(asked).containsExactly("provider.example");
  }

  @Test
  void givesUpWhenNobodyAnswersWithinTheConnectTimeout() {
    try (HttpClient client = client(SHORT)) {
      var lookup = new NameLookup(client, this::unanswered);

      assertThatThrownBy(() -> lookup.await(ADDRESS, LONG))
          .isInstanceOf(UnknownHostException.class)
          .hasMessage("provider.example");
    }
  }

  @Test
  void givesUpWhenTheCallsTimeIsUp() {
    try (HttpClient client = client(LONG)) {
      var lookup = new NameLookup(client, this::unanswered);

      assertThatThrownBy(() -> lookup.await(ADDRESS, SHORT))
          .isInstanceOf(UnknownHostException.class);
    }
  }

  @Test
  void leavesNamesToTheProxyAndLooksForTheProxysOwn() throws Exception {
    var proxy = new HttpProxy("proxy.example", 9, Optional.empty());
    var settings = new ConnectionSettings(Optional.of(proxy), LONG);
    try (HttpClient client = ProviderHttpClient.newHttpClient(settings).build()) {
      new NameLookup(client, this::known).await(ADDRESS, LONG);
    }

    assertThat(asked).containsExactly("proxy.example");
  }

  @Test
  void asksForNoNameWhereTheProxysAddressIsKnown() throws Exception {
    var proxy = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(LONG).proxy(ProxySelector.of(proxy)).build()) {
      new NameLookup(client, this::unknown).await(ADDRESS, LONG);
    }

    assertThat(asked).isEmpty();
  }

  @Test
  void callsFailWithWordsWhenTheNameIsNotFound() throws Exception {
    try (HttpClient client = client(SHORT)) {
      var http = new ProviderHttpClient(ConnectionSettings.direct(), client, this::unanswered);

      ExchangeOutcome<Integer> outcome =
          http.get(HttpRequest.newBuilder(ADDRESS), Deadline.in(LONG), (status, _, _) -> status);

      assertThat(outcome)
          .isInstanceOfSatisfying(
              ExchangeOutcome.Broken.class,
              broken -> assertThat(broken.failure().reason()).isEqualTo("UNKNOWN_HOST"));
    }
  }

  private static HttpClient client(Duration connectTimeout) {
    return ProviderHttpClient.newHttpClient(
            ConnectionSettings.direct().withConnectTimeout(connectTimeout))
        .build();
  }

  private InetAddress[] known(String host) {
    asked.add(host);
    return new InetAddress[] {InetAddress.getLoopbackAddress()};
  }

  private InetAddress[] unknown(String host) throws UnknownHostException {
    asked.add(host);
    throw new UnknownHostException(host);
  }

  private InetAddress[] unanswered(String host) throws UnknownHostException {
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    throw new UnknownHostException(host);
  }
}
