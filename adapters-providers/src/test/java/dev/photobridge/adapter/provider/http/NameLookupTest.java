package dev.photobridge.adapter.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class NameLookupTest {
  private static final URI ADDRESS = URI.create("http://provider.example/");
  private static final ProxySelector DIRECT = ProxySelector.of(null);
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration SHORT = Duration.ofMillis(20);

  private final CountDownLatch end = new CountDownLatch(1);
  private final List<String> asked = new CopyOnWriteArrayList<>();

  @AfterEach
  void letLookupsEnd() {
    end.countDown();
  }

  @Test
  void waitsForTheName() throws Exception {
    NameLookup.Found found = new NameLookup(DIRECT, LONG, this::known).await(ADDRESS, LONG);

    assertThat(asked).containsExactly("provider.example");
    assertThat(found.addresses()).containsExactly(InetAddress.getLoopbackAddress());
    assertThat(found.atProvider()).isTrue();
  }

  @Test
  void givesUpWhenNobodyAnswersWithinTheConnectTimeout() {
    var lookup = new NameLookup(DIRECT, SHORT, this::unanswered);

    assertThatThrownBy(() -> lookup.await(ADDRESS, LONG))
        .isInstanceOf(UnknownHostException.class)
        .hasMessage("provider.example");
  }

  @Test
  void givesUpWhenTheCallsTimeIsUp() {
    var lookup = new NameLookup(DIRECT, LONG, this::unanswered);

    assertThatThrownBy(() -> lookup.await(ADDRESS, SHORT)).isInstanceOf(UnknownHostException.class);
  }

  @Test
  void leavesNamesToTheProxyAndLooksForTheProxysOwn() throws Exception {
    var proxy = new HttpProxy("proxy.example", 9, Optional.empty());
    var way = ProxySelector.of(proxy.address());
    NameLookup.Found found = new NameLookup(way, LONG, this::known).await(ADDRESS, LONG);

    assertThat(asked).containsExactly("proxy.example");
    assertThat(found.atProvider()).isFalse();
  }

  @Test
  void asksForNoNameWhereTheProxysAddressIsKnown() throws Exception {
    var proxy = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
    new NameLookup(ProxySelector.of(proxy), LONG, this::unknown).await(ADDRESS, LONG);

    assertThat(asked).isEmpty();
  }

  @Test
  void callsFailWithWordsWhenTheNameIsNotFound() throws Exception {
    ConnectionSettings hasty = ConnectionSettings.direct().withConnectTimeout(SHORT);
    try (var http = new ProviderHttpClient(hasty, SSLContext.getDefault(), this::unanswered)) {
      ExchangeOutcome<Integer> outcome =
          http.get(HttpRequest.newBuilder(ADDRESS), Deadline.in(LONG), (status, _, _) -> status);

      assertThat(outcome)
          .isInstanceOfSatisfying(
              ExchangeOutcome.Broken.class,
              broken -> assertThat(broken.failure().reason()).isEqualTo("UNKNOWN_HOST"));
    }
  }

  @Test
  void callsGoToTheVeryAddressThatWasFound() throws Exception {
    String ok = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    try (var server =
            new ScriptedServer(
                connection -> {
                  asked.add(
                      connection
                          .head()
                          .lines()
                          .filter(line -> line.startsWith("Host:"))
                          .findFirst()
                          .orElse(""));
                  connection.send(ok);
                });
        var http =
            new ProviderHttpClient(
                ConnectionSettings.direct(), SSLContext.getDefault(), this::known)) {
      int port = server.address().getPort();
      URI address = URI.create("http://provider.example:" + port + "/");

      var outcome =
          http.get(HttpRequest.newBuilder(address), Deadline.in(LONG), (status, _, _) -> status);

      assertThat(outcome).isEqualTo(new ExchangeOutcome.Answered<>(200));
      assertThat(asked).containsExactly("provider.example", "Host: provider.example:" + port);
    }
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
