package dev.photobridge.adapter.provider.openai;

import dev.photobridge.adapter.provider.http.AnswerLimits;
import dev.photobridge.adapter.provider.http.ApiKey;
import dev.photobridge.adapter.provider.http.DownloadRules;
import dev.photobridge.adapter.provider.http.ServiceAddress;
import dev.photobridge.domain.provider.Model;
import dev.photobridge.domain.provider.Provider;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A server that speaks OpenAI's image API, and how it wants to be spoken to. Safe for use by many
/// threads.
public final class OpenAiServer {
  private final ServiceAddress address;
  private final ApiKey key;
  private final Dialect dialect;
  private final Map<String, Dialect> byModel;

  /// @param key asked with each call; empty where no key is set
  /// @param provider how the catalogue describes it
  /// @throws IllegalArgumentException when its parameters, or those of a model, are wrong; see
  ///   [#problem]
  public OpenAiServer(ServiceAddress address, Supplier<Optional<String>> key, Provider provider) {
    this.address = address;
    this.key = new ApiKey(key);
    this.dialect = new Dialect(provider.parameters());
    this.byModel =
        provider.models().stream()
            .collect(
                Collectors.toUnmodifiableMap(Model::id, model -> dialect.with(model.parameters())));
  }

  /// What is wrong with the parameters of a provider or of its models in the catalogue; empty where
  /// nothing is.
  public static Optional<String> problem(Provider provider) {
    try {
      var dialect = new Dialect(provider.parameters());
      provider.models().forEach(model -> dialect.with(model.parameters()));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of("provider " + provider.id() + ": " + e.getMessage());
    }
  }

  Dialect dialect(Optional<Model> model) {
    return model.map(Model::id).map(byModel::get).orElse(dialect);
  }

  Optional<String> key() {
    return key.current();
  }

  URI base() {
    return address.base();
  }

  /// From where images are fetched that the server answers by their address: from the server
  /// itself, unless the catalogue names hosts.
  DownloadRules downloadRules(Dialect spoken, AnswerLimits limits) {
    List<String> named = spoken.resultHosts();
    return new DownloadRules(
        named.isEmpty() ? Set.of(base().getRawAuthority()) : Set.copyOf(named),
        "http".equals(base().getScheme()),
        spoken.allowsPrivateAddresses(),
        limits.maxBytes());
  }

  HttpRequest.Builder request(String path, Dialect spoken, Optional<String> apiKey) {
    return spoken.key().sign(HttpRequest.newBuilder(address.at(path)), apiKey);
  }
}
