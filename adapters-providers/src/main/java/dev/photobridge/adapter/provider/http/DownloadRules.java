package dev.photobridge.adapter.provider.http;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// From where images may be fetched that a provider only names.
///
/// @param hosts as `host`, on the usual ports, or `host:port`; lower case
/// @param httpAllowed whether plain HTTP will do
/// @param ownNetworkAllowed whether addresses of this machine and its network may be fetched from;
///   for providers that stand there
/// @param maxBytes of one image
public record DownloadRules(
    Set<String> hosts, boolean httpAllowed, boolean ownNetworkAllowed, long maxBytes) {
  public DownloadRules {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("an image has at least one byte");
    }
    hosts =
        hosts.stream()
            .map(host -> host.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether the scheme, host and port of an address are allowed; where its name leads is checked
  /// when it is looked up.
  boolean allow(URI address) {
    String host = address.getHost();
    if (host == null || address.getRawUserInfo() != null) {
      return false;
    }
    String name = host.toLowerCase(Locale.ROOT);
    return isAllowedScheme(address)
        && (address.getPort() < 0
            ? hosts.contains(name)
            : hosts.contains(name + ":" + address.getPort()));
  }

  private boolean isAllowedScheme(URI address) {
    return "https".equalsIgnoreCase(address.getScheme())
        || (httpAllowed && "http".equalsIgnoreCase(address.getScheme()));
  }
}
