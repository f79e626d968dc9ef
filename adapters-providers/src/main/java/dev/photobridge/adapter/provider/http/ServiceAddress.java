package dev.photobridge.adapter.provider.http;

import java.net.URI;

/// Where a service is.
///
/// @param base without a slash at its end
public record ServiceAddress(URI base) {
  /// The service at a configured address.
  ///
  /// @throws IllegalArgumentException when it is not an `http` or `https` address, or has a query
  ///   or a password
  public static ServiceAddress of(URI configured) {
    boolean web = "http".equals(configured.getScheme()) || "https".equals(configured.getScheme());
    boolean bare = configured.getRawQuery() == null && configured.getRawUserInfo() == null;
    if (!web || configured.getHost() == null || !bare) {
      // not repeated here: it may hold a key
      throw new IllegalArgumentException(
          "expected the address of a service, like https://host/v1, without query or password");
    }
    return new ServiceAddress(URI.create(configured.toString().replaceAll("/+$", "")));
  }

  /// The address of a path below the service's. A version such as `/v1` that both have is there
  /// once, since people write it into either.
  ///
  /// @param path begins with a slash
  public URI at(String path) {
    String first = path.substring(0, Math.max(1, path.indexOf('/', 1)));
    boolean twice = first.length() > 1 && base.getPath().endsWith(first);
    return URI.create(base + (twice ? path.substring(first.length()) : path));
  }
}
