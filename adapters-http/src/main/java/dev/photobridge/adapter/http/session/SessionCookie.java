package dev.photobridge.adapter.http.session;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The cookie that carries the token of pages (RFC 6265 and its successor's name prefixes).
///
/// @param name of the cookie
/// @param secure whether browsers may send it over https only
public record SessionCookie(String name, boolean secure) {
  private static final String NAME = "photobridge_session";

  /// The cookie of a server that is reached at this address.
  public static SessionCookie at(URI publicAddress) {
    boolean https = "https".equalsIgnoreCase(publicAddress.getScheme());
    // the prefix lets browsers refuse one that another host of the domain has set
    return new SessionCookie(https ? "__Host-" + NAME : NAME, https);
  }

  /// The token among the cookies of a request.
  Optional<String> tokenIn(Map<String, String> cookies) {
    return Optional.ofNullable(cookies.get(name));
  }

  /// The value of `Set-Cookie` that hands a token out.
  String carrying(String token, Duration validFor) {
    return header(token, Math.max(1, validFor.toSeconds()));
  }

  /// The value of `Set-Cookie` that takes it back.
  String takenBack() {
    return header("", 0);
  }

  private String header(String value, long maxAge) {
    return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict%s"
        .formatted(name, value, maxAge, secure ? "; Secure" : "");
  }
}
