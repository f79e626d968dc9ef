package dev.photobridge.adapter.http.session;

import java.util.Map;
import java.util.Optional;

/// What a request brings to show who sends it.
///
/// @param changesNothing whether its method is a safe one (RFC 9110, section 9.2.1)
/// @param authorization the header `Authorization`
/// @param cookies by name
/// @param csrfToken the header `X-CSRF-Token`
public record RequestCredentials(
    boolean changesNothing,
    Optional<String> authorization,
    Map<String, String> cookies,
    Optional<String> csrfToken) {
  public RequestCredentials {
    cookies = Map.copyOf(cookies);
  }

  @Override
  public String toString() {
    return "RequestCredentials[secret]";
  }
}
