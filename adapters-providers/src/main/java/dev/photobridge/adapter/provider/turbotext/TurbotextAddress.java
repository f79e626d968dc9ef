package dev.photobridge.adapter.provider.turbotext;

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
    boolean web = "http".equals(configured.getScheme()) || "https".equals(configured.getScheme());
    boolean bare = configured.getRawQuery() == null && configured.getRawUserInfo() == null;
    if (!web || configured.getHost() == null || !bare) {
      // not repeated here: it may hold a key
      throw new IllegalArgumentException(
          "expected the address of a service, like https://host, without query or password");
    }
    String text = configured.toString().replaceAll("/+$", "");
    boolean pathless = configured.getRawPath().replace("/", "").isEmpty();
    return new TurbotextAddress(URI.create(pathless ? text + PATH : text));
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
