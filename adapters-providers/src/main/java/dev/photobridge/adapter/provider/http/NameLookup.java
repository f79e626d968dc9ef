package dev.photobridge.adapter.provider.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Looks the names of providers and proxies up within a time: a router that has lost the internet
/// often leaves questions for names unanswered, for half a minute and more. Safe for use by many
/// threads.
final class NameLookup {
  private final ProxySelector proxies;
  private final Duration longest;
  private final Names names;

  /// @param proxies tells the way to a provider
  /// @param longest how long a lookup may take
  NameLookup(ProxySelector proxies, Duration longest, Names names) {
    this.proxies = proxies;
    this.longest = longest;
    this.names = names;
  }

  /// Who knows addresses.
  @FunctionalInterface
  interface Names {
    /// The addresses of a host, which may take its time.
    InetAddress[] of(String host) throws UnknownHostException;
  }

  /// Where a connection may lead.
  ///
  /// @param addresses none where no name had to be looked up
  /// @param atProvider whether these are the provider's, and not its proxy's
  record Found(List<InetAddress> addresses, boolean atProvider) {}

  /// The addresses of whom the next connection leads to: the proxy where there is one, as it looks
  /// the provider's name up.
  ///
  /// @throws UnknownHostException when the name is not known in time
  Found await(URI address, Duration left) throws UnknownHostException, InterruptedException {
    Optional<String> host = nextHost(address);
    if (host.isEmpty()) {
      return new Found(List.of(), false);
    }
    Duration limit = longest.compareTo(left) < 0 ? longest : left;
    try {
      InetAddress[] found = lookup(host.get()).get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return new Found(List.of(found), host.get().equals(address.getHost()));
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
    List<Proxy> ways = proxies.select(address);
    // the client takes the first one, too
    Proxy first = ways.isEmpty() ? Proxy.NO_PROXY : ways.getFirst();
    if (first.type() == Proxy.Type.DIRECT) {
      return Optional.of(address.getHost());
    }
    return first.address() instanceof InetSocketAddress proxy && proxy.isUnresolved()
        ? Optional.of(proxy.getHostString())
        : Optional.empty();
  }
}
