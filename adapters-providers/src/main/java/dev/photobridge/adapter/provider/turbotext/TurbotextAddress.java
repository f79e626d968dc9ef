package dev.photobridge.adapter.provider.turbotext;

import dev.photobridge.adapter.provider.http.ServiceAddress;
import java.net.URI;
import java.util.Optional;

/// Where the service is.
///
/// @param base what methods stand below, without a slash at its end
public record TurbotextAddress(URI base) {
  private static final String PATH = "/api_ai";

  /// The service at a configured address; `/api_ai` is added where it has no path.
  ///
  /// @throws IllegalArgumentException when it is not an `http` or `https` address, or has a query
  ///   or a password
  public static TurbotextAddress of(URI configured) {
    URI base = ServiceAddress.of(configured).base();
    return new TurbotextAddress(base.getRawPath().isEmpty() ? URI.create(base + PATH) : base);
  }

  URI method(String method) {
    return URI.create(base + "/" + method);
  }

  /// The address of a result, which may be given relative to the site; empty where it is none.
  Optional<URI> result(String given) {
    try {
      return Optional.of(base.resolve("/").resolve(given.strip().replace(" ", "%20")));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  boolean isPlainHttp() {
    return "http".equals(base.getScheme());
  }
}
