package dev.photobridge.app.server;

import dev.photobridge.adapter.persistence.secrets.Credentials;
import dev.photobridge.adapter.persistence.secrets.DigestedIngestPassword;
import dev.photobridge.adapter.provider.gemini.GeminiImageProvider;
import dev.photobridge.adapter.provider.openai.OpenAiImageProvider;
import dev.photobridge.adapter.provider.turbotext.TurbotextImageProvider;
import dev.photobridge.app.config.ProviderAccess;
import dev.photobridge.app.config.ProviderAccesses;
import dev.photobridge.application.port.out.IngestPassword;
import dev.photobridge.application.port.out.SecretName;
import dev.photobridge.application.port.out.SecretVault;
import dev.photobridge.application.service.CurrentSecrets;
import dev.photobridge.application.service.KeyedProvider;
import dev.photobridge.application.service.ProviderKeys;
import dev.photobridge.domain.provider.PromptWriting;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The secrets that operators may change while the server runs.
///
/// @param current as they are whenever they are asked for
/// @param keys of the providers
record SecretAssembly(CurrentSecrets current, ProviderKeys keys) {
  static SecretAssembly of(
      SecretVault vault, ProviderAccesses accesses, ProviderCatalogue catalogue) {
    var current = new CurrentSecrets(vault, System::nanoTime);
    return new SecretAssembly(
        current, new ProviderKeys(keyed(accesses, catalogue), current::value));
  }

  /// Learns all of them while the database is there, and says which ones can't be read any more.
  void learn() {
    var _ = current.value(SecretName.INGEST_PASSWORD);
    for (KeyedProvider provider : keys.providers()) {
      var _ = keys.of(provider.id()).get();
    }
  }

  /// The keys of the configuration alone.
  static ProviderKeys configuredKeys(ProviderAccesses accesses, ProviderCatalogue catalogue) {
    return new ProviderKeys(keyed(accesses, catalogue), _ -> Optional.empty());
  }

  /// What booths have to send.
  IngestPassword ingestPassword(Credentials credentials) {
    return new DigestedIngestPassword(
        () -> current.value(SecretName.INGEST_PASSWORD).orElse(credentials.ingestPassword()));
  }

  private static List<KeyedProvider> keyed(ProviderAccesses accesses, ProviderCatalogue catalogue) {
    Map<ProviderId, ProviderAccess> images =
        Map.of(
            GeminiImageProvider.ID, accesses.gemini(),
            TurbotextImageProvider.ID, accesses.turbotext(),
            OpenAiImageProvider.ID, accesses.openai());
    Stream<KeyedProvider> providers =
        catalogue.providers().stream()
            .flatMap(
                provider ->
                    Optional.ofNullable(images.get(provider.id())).stream()
                        .map(access -> keyed(provider, access)));
    return Stream.concat(
            providers,
            catalogue.promptWriter().stream().map(writer -> keyed(writer, accesses.deepseek())))
        .toList();
  }

  private static KeyedProvider keyed(Provider provider, ProviderAccess access) {
    return new KeyedProvider(provider.id(), provider.title(), access.apiKey().orElse(null));
  }

  private static KeyedProvider keyed(PromptWriting writer, ProviderAccess access) {
    return new KeyedProvider(writer.id(), writer.title(), access.apiKey().orElse(null));
  }
}
