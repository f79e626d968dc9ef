package dev.photobridge.adapter.provider.http;

import java.time.Duration;
import java.util.Optional;

/// How connections to one provider come about. There is no setting for TLS: certificates are always
/// verified, against the authorities that the JVM trusts. Nor is there one for how long a provider
/// may be silent: services send the first byte when the image is done, so the call's deadline has
/// to do.
///
/// @param proxy through which every connection goes; empty: none, unless the JVM is told otherwise
/// @param connectTimeout how long a connection may take to come about, TLS handshake included; the
///   lookup of the host's name before it may take as long again. With a proxy this is about the
///   connection to the proxy; one that is then silent is waited for until the deadline
public record ConnectionSettings(Optional<HttpProxy> proxy, Duration connectTimeout) {
  // a host that takes longer is not there, and a photo can't wait
  private static final Duration DIRECT = Duration.ofSeconds(2);
  // a proxy may be a continent away from both sides
  private static final Duration BY_PROXY = Duration.ofSeconds(5);

  /// Straight to the provider.
  public static ConnectionSettings direct() {
    return through(Optional.empty());
  }

  /// Through this proxy, where there is one.
  public static ConnectionSettings through(Optional<HttpProxy> proxy) {
    return new ConnectionSettings(proxy, proxy.isPresent() ? BY_PROXY : DIRECT);
  }

  /// These settings with another timeout.
  public ConnectionSettings withConnectTimeout(Duration timeout) {
    return new ConnectionSettings(proxy, timeout);
  }
}
