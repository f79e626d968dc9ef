package dev.photobridge.adapter.provider.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Looks a provider's name up before the HTTP client does. Its connect timeout begins only with the
/// address, and a router that has lost the internet often leaves questions for names unanswered,
/// for half a minute and more. Safe for use by many threads.
final class NameLookup {
  private final HttpClient client;
  private final Names names;

  /// @param client whose connect timeout and proxies hold here too
  NameLookup(HttpClient client, Names names) {
    this.client = client;
    this.names = names;
  }

  /// Who knows addresses.
  @FunctionalInterface
  interface Names {
    /// The addresses of a host, which may take its time.
    InetAddress[] of(String host) throws UnknownHostException;
  }

  /// Returns once the name is known, and thus kept for the client by the JDK: the proxy's where
  /// there is one, as it looks the provider's up.
  ///
  /// @return the provider's addresses; none where it was not looked up
  /// @throws UnknownHostException when it is not known within the connect timeout
  List<InetAddress> await(URI address, Duration left)
      throws UnknownHostException, InterruptedException {
    Optional<String> host = nextHost(address);
    if (host.isEmpty()) {
      return List.of();
    }
    Duration limit = client.connectTimeout().orElse(left);
    Duration longest = limit.compareTo(left) < 0 ? limit : left;
    try {
      InetAddress[] found = lookup(host.get()).get(longest.toNanos(), TimeUnit.NANOSECONDS);
      return host.get().equals(address.getHost()) ? List.of(found) : List.of();
    } catch (ExecutionException | TimeoutException e) {
      var unknown = new UnknownHostException(host.get());
      unknown.initCause(e);
      throw unknown;
    }
  }

  private CompletableFuture<InetAddress[]> lookup(String host) {
    var known = new CompletableFuture<InetAddress[]>();
    // a lookup can't be interrupted, so nobody waits for this thread
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                known.complete(names.of(host));
              } catch (UnknownHostException | RuntimeException e) {
                known.completeExceptionally(e);
              }
            });
    return known;
  }

  /// Whom the client connects to; empty where that needs no lookup.
  private Optional<String> nextHost(URI address) {
    List<Proxy> proxies =
        client
            .proxy()
            .or(() -> Optional.ofNullable(ProxySelector.getDefault()))
            .map(selector -> selector.select(address))
            .orElse(List.of());
    // the client takes the first one
    Proxy first = proxies.isEmpty() ? Proxy.NO_PROXY : proxies.getFirst();
    if (first.type() == Proxy.Type.DIRECT) {
      return Optional.of(address.getHost());
    }
    return first.address() instanceof InetSocketAddress proxy && proxy.isUnresolved()
        ? Optional.of(proxy.getHostString())
        : Optional.empty();
  }
}
