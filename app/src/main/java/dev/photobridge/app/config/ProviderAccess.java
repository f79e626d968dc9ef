package dev.photobridge.app.config;

import dev.photobridge.adapter.provider.http.HttpProxy;
import java.net.URI;
import java.util.Optional;

/// How to reach a provider.
///
/// @param apiKey empty: the provider can't be used
/// @param baseUrl where it is, without a slash at the end
/// @param proxy through which it is called
public record ProviderAccess(Optional<String> apiKey, URI baseUrl, Optional<HttpProxy> proxy) {
  @Override
  public String toString() {
    return "ProviderAccess[%s, key %s%s]"
        .formatted(
            baseUrl,
            apiKey.isPresent() ? "set" : "missing",
            proxy.map(p -> ", through " + p).orElse(""));
  }
}
