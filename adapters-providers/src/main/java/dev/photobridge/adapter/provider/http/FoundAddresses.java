package dev.photobridge.adapter.provider.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/// Lets the HTTP client connect to the very addresses that were looked up and checked before.
final class FoundAddresses implements DnsResolver {
  private final ScopedValue<List<InetAddress>> found = ScopedValue.newInstance();

  /// What is done with connections that lead nowhere else.
  @FunctionalInterface
  interface Work<T> {
    T call() throws IOException;
  }

  <T> T over(List<InetAddress> addresses, Work<T> work) throws IOException {
    return ScopedValue.where(found, addresses).call(work::call);
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    if (!found.isBound() || found.get().isEmpty()) {
      throw new UnknownHostException(host);
    }
    return found.get().toArray(InetAddress[]::new);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
