package dev.photobridge.app.server;

import dev.photobridge.adapter.provider.deepseek.DeepSeekProbe;
import dev.photobridge.adapter.provider.gemini.GeminiAddress;
import dev.photobridge.adapter.provider.gemini.GeminiImageProvider;
import dev.photobridge.adapter.provider.gemini.GeminiKeyProbe;
import dev.photobridge.adapter.provider.http.ServiceAddress;
import dev.photobridge.adapter.provider.openai.OpenAiImageProvider;
import dev.photobridge.adapter.provider.openai.OpenAiProbe;
import dev.photobridge.adapter.provider.turbotext.TurbotextAddress;
import dev.photobridge.adapter.provider.turbotext.TurbotextImageProvider;
import dev.photobridge.adapter.provider.turbotext.TurbotextProbe;
import dev.photobridge.app.config.ProviderAccess;
import dev.photobridge.app.config.ProviderAccesses;
import dev.photobridge.application.port.out.ProviderProbe;
import dev.photobridge.application.service.ProviderKeys;
import dev.photobridge.domain.provider.Model;
import dev.photobridge.domain.provider.ProviderCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What tells whether the providers can be reached and take their keys, without cost.
final class ProviderProbes {
  private ProviderProbes() {}

  /// Those of the providers that the catalogue has and that are called over the network.
  ///
  /// @param keys asked with each check
  static List<ProviderProbe> of(
      ProviderAccesses access,
      ProviderKeys keys,
      ProviderClients clients,
      ProviderCatalogue catalogue) {
    return Stream.of(
            gemini(access.gemini(), keys, clients, catalogue),
            turbotext(access.turbotext(), keys, clients, catalogue),
            openAi(access.openai(), keys, clients, catalogue),
            deepSeek(access.deepseek(), keys, clients, catalogue))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<ProviderProbe> turbotext(
      ProviderAccess access,
      ProviderKeys keys,
      ProviderClients clients,
      ProviderCatalogue catalogue) {
    return catalogue
        .provider(TurbotextImageProvider.ID)
        .map(
            _ ->
                new TurbotextProbe(
                    clients.turbotext(),
                    TurbotextAddress.of(access.baseUrl()),
                    keys.of(TurbotextImageProvider.ID),
                    new RealPauses()::pause));
  }

  private static Optional<ProviderProbe> gemini(
      ProviderAccess access,
      ProviderKeys keys,
      ProviderClients clients,
      ProviderCatalogue catalogue) {
    return catalogue
        .provider(GeminiImageProvider.ID)
        .flatMap(provider -> provider.model(Optional.empty()))
        .map(
            model ->
                new GeminiKeyProbe(
                    clients.gemini(),
                    GeminiAddress.of(access.baseUrl()),
                    keys.of(GeminiImageProvider.ID),
                    model.id()));
  }

  private static Optional<ProviderProbe> openAi(
      ProviderAccess access,
      ProviderKeys keys,
      ProviderClients clients,
      ProviderCatalogue catalogue) {
    return catalogue
        .provider(OpenAiImageProvider.ID)
        .map(
            provider ->
                new OpenAiProbe(
                    clients.openai(),
                    ProviderAssembly.openAiServer(access, keys, provider),
                    provider.models().stream().map(Model::id).toList()));
  }

  private static Optional<ProviderProbe> deepSeek(
      ProviderAccess access,
      ProviderKeys keys,
      ProviderClients clients,
      ProviderCatalogue catalogue) {
    return catalogue
        .promptWriter()
        .map(
            writing ->
                new DeepSeekProbe(
                    clients.deepseek(),
                    ServiceAddress.of(access.baseUrl()),
                    keys.of(writing.id())));
  }
}
