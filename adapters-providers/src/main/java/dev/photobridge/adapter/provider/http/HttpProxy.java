package dev.photobridge.adapter.provider.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;

/// A proxy that speaks HTTP: requests for `https` pass through it in a tunnel (`CONNECT`), so that
/// it sees the provider's name and nothing else.
///
/// @param host its name or address
/// @param port its port
/// @param login who to be there, as `user:password`; empty: it asks nobody
public record HttpProxy(String host, int port, Optional<String> login) {
  /// Reads `http://host:port` or `http://user:password@host:port`. What is special in an address
  /// stands in it percent-encoded.
  ///
  /// @throws IllegalArgumentException when it is anything else; the message does not repeat it
  public static HttpProxy of(String address) {
    URI uri = parsed(address);
    boolean bare =
        uri.getRawQuery() == null
            && uri.getRawFragment() == null
            && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
    Optional<String> login = Optional.ofNullable(uri.getUserInfo());
    if (!"http".equalsIgnoreCase(uri.getScheme())
        || uri.getHost() == null
        || uri.getPort() < 1
        || uri.getPort() > 65_535
        || !bare
        || login.filter(text -> !isLogin(text)).isPresent()) {
      throw notAProxy();
    }
    return new HttpProxy(uri.getHost(), uri.getPort(), login);
  }

  /// Shows no login.
  @Override
  public String toString() {
    return host + ":" + port;
  }

  /// Its name is looked up when it is used.
  InetSocketAddress address() {
    return InetSocketAddress.createUnresolved(host, port);
  }

  /// The value of `Proxy-Authorization` (RFC 7617).
  Optional<String> authorization() {
    return login.map(text -> "Basic " + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
  }

  private static boolean isLogin(String text) {
    return text.indexOf(':') > 0 && text.chars().noneMatch(c -> c < ' ' || c == 127);
  }

  private static URI parsed(String address) {
    URI uri;
    try {
      uri = URI.create(address.strip());
    } catch (IllegalArgumentException _) {
      // its message repeats the address, password and all
      throw notAProxy();
    }
    if (uri.isOpaque() || uri.getRawPath() == null) {
      throw notAProxy();
    }
    return uri;
  }

  private static IllegalArgumentException notAProxy() {
    return new IllegalArgumentException(
        "expected the address of a proxy, like http://host:3128 or http://user:password@host:3128");
  }
}
