package dev.photobridge.application.service;

import dev.photobridge.application.port.in.ProviderKeyView;
import dev.photobridge.application.port.out.KeptSecret;
import dev.photobridge.application.port.out.SecretName;
import dev.photobridge.domain.provider.ProviderId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The API keys of the providers: one that was set in settings wins over the configuration's. Safe
/// for use by many threads.
public final class ProviderKeys {
  /// The end of a shorter key would be too much of it.
  private static final int SHORTEST_WITH_END = 12;

  private static final int SHOWN = 4;
  private static final String DOTS = "••••";

  private final List<KeyedProvider> providers;
  private final Function<SecretName, Optional<String>> secrets;

  /// @param providers in the order in which operators see them
  /// @param secrets what was set in settings, as it is whenever it is asked for
  public ProviderKeys(
      List<KeyedProvider> providers, Function<SecretName, Optional<String>> secrets) {
    this.providers = List.copyOf(providers);
    this.secrets = secrets;
  }

  /// The key of a provider, as it is whenever it is asked for; empty where it has none.
  public Supplier<Optional<String>> of(ProviderId id) {
    return () ->
        secrets
            .apply(SecretName.keyOf(id))
            .or(() -> find(id.value()).flatMap(ProviderKeys::configured));
  }

  /// Those that take a key.
  public List<KeyedProvider> providers() {
    return providers;
  }

  /// @param id as it came from outside
  Optional<KeyedProvider> find(String id) {
    return providers.stream().filter(provider -> provider.id().value().equals(id)).findFirst();
  }

  /// What operators are shown.
  ///
  /// @param kept what the vault has
  ProviderKeyView view(KeyedProvider provider, KeptSecret kept) {
    return switch (kept) {
      case KeptSecret.Known(String key, var setAt) ->
          new ProviderKeyView(
              provider.id(),
              provider.title(),
              new ProviderKeyView.Source.Settings(masked(key), setAt),
              false);
      case KeptSecret.Lost _ -> configuredView(provider, true);
      case KeptSecret.Missing _ -> configuredView(provider, false);
    };
  }

  private ProviderKeyView configuredView(KeyedProvider provider, boolean lost) {
    ProviderKeyView.Source source =
        configured(provider)
            .<ProviderKeyView.Source>map(
                key -> new ProviderKeyView.Source.Configuration(masked(key)))
            .orElseGet(ProviderKeyView.Source.None::new);
    return new ProviderKeyView(provider.id(), provider.title(), source, lost);
  }

  private static Optional<String> configured(KeyedProvider provider) {
    return Optional.ofNullable(provider.configuredKey()).filter(key -> !key.isBlank());
  }

  private static String masked(String key) {
    return key.length() < SHORTEST_WITH_END ? DOTS : DOTS + key.substring(key.length() - SHOWN);
  }
}
