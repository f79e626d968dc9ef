package dev.photobridge.adapter.http.session;

import java.util.Map;
import java.util.Optional;

/// What a request brings to show who sends it.
///
/// @param changesNothing whether its method is a safe one (RFC 9110, section 9.2.1)
/// @param fetchSite the header `Sec-Fetch-Site`, in which browsers say whose page sends the request
/// @param authorization the header `Authorization`
/// @param cookies by name
/// @param csrfToken the header `X-CSRF-Token`
public record RequestCredentials(
    boolean changesNothing,
    Optional<String> fetchSite,
    Optional<String> authorization,
    Map<String, String> cookies,
    Optional<String> csrfToken) {
  public RequestCredentials {
    cookies = Map.copyOf(cookies);
  }

  /// Whether a browser says that a page of another server sends it. Another port of this computer
  /// is another server.
  boolean isFromAnotherSite() {
    return fetchSite
        .filter(site -> !site.equals("same-origin") && !site.equals("none"))
        .isPresent();
  }

  @Override
  public String toString() {
    return "RequestCredentials[secret]";
  }
}
