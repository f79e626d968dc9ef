package dev.photobridge.app.server;

import dev.photobridge.adapter.provider.breaker.BreakerProviderMonitor;
import dev.photobridge.adapter.provider.breaker.GuardedImageProvider;
import dev.photobridge.adapter.provider.deepseek.DeepSeekPromptWriter;
import dev.photobridge.adapter.provider.gemini.GeminiAddress;
import dev.photobridge.adapter.provider.gemini.GeminiImageProvider;
import dev.photobridge.adapter.provider.gemini.GeminiParameters;
import dev.photobridge.adapter.provider.http.AnswerLimits;
import dev.photobridge.adapter.provider.http.PhotoSending;
import dev.photobridge.adapter.provider.http.ServiceAddress;
import dev.photobridge.adapter.provider.image.ByteScanPhotoInspector;
import dev.photobridge.adapter.provider.image.MetadataCutter;
import dev.photobridge.adapter.provider.image.SeenPhotos;
import dev.photobridge.adapter.provider.local.LocalImageProvider;
import dev.photobridge.adapter.provider.openai.OpenAiImageProvider;
import dev.photobridge.adapter.provider.openai.OpenAiServer;
import dev.photobridge.adapter.provider.pixels.DecodePermits;
import dev.photobridge.adapter.provider.pixels.PhotoPreparer;
import dev.photobridge.adapter.provider.pixels.PixelReader;
import dev.photobridge.adapter.provider.pixels.PixelResultConverter;
import dev.photobridge.adapter.provider.turbotext.TurbotextAddress;
import dev.photobridge.adapter.provider.turbotext.TurbotextImageProvider;
import dev.photobridge.adapter.provider.turbotext.TurbotextParameters;
import dev.photobridge.app.config.Configuration;
import dev.photobridge.app.config.ProviderAccess;
import dev.photobridge.app.config.ProviderAccesses;
import dev.photobridge.application.engine.MeteredImageProvider;
import dev.photobridge.application.port.out.ImageProvider;
import dev.photobridge.application.port.out.Meters;
import dev.photobridge.application.port.out.PhotoInspector;
import dev.photobridge.application.port.out.PromptWriter;
import dev.photobridge.application.port.out.ProviderMonitor;
import dev.photobridge.application.port.out.ResultConverter;
import dev.photobridge.application.service.ProviderKeys;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The providers and what they share: one budget for decoded pixels.
///
/// @param byId every provider that this version can call
/// @param monitor watches those that are called over the network
/// @param promptWriter rewrites prompts; empty where the catalogue has none
/// @param inspector looks at photos and results
/// @param converter brings results into the wanted form
record ProviderAssembly(
    Map<ProviderId, ImageProvider> byId,
    ProviderMonitor monitor,
    Optional<PromptWriter> promptWriter,
    PhotoInspector inspector,
    ResultConverter converter) {
  /// A decoded pixel takes four bytes; a quarter of the heap may go to those of all photos
  /// together.
  private static final int HEAP_BYTES_A_PIXEL = 16;

  static ProviderAssembly of(
      Configuration configuration,
      ProviderCatalogue catalogue,
      ProviderClients clients,
      ProviderKeys keys,
      Runtime machine,
      Meters meters,
      InstantSource clock) {
    long pixels = machine.maxMemory() / HEAP_BYTES_A_PIXEL;
    var permits = new DecodePermits(pixels, machine.availableProcessors());
    // a photo that needs more than the shared budget runs alone, with up to half of the heap
    var reader = new PixelReader(2 * pixels);
    var seen = new SeenPhotos();
    var sending = new PhotoSending(new PhotoPreparer(reader, permits), new MetadataCutter(seen));
    ProviderAccesses access = configuration.providers();
    List<GuardedImageProvider> remote =
        Stream.of(
                Optional.of(gemini(access.gemini(), keys, clients, catalogue, sending, clock)),
                Optional.of(turbotext(access.turbotext(), keys, clients, catalogue, sending)),
                openAi(access.openai(), keys, clients, catalogue, sending))
            .flatMap(Optional::stream)
            .map(provider -> new GuardedImageProvider(provider, clock))
            .toList();
    ImageProvider local = new LocalImageProvider(reader, permits);
    return new ProviderAssembly(
        Stream.concat(remote.stream(), Stream.of(local))
            .map(provider -> new MeteredImageProvider(provider, meters, clock))
            .collect(Collectors.toUnmodifiableMap(ImageProvider::id, Function.identity())),
        new BreakerProviderMonitor(remote),
        promptWriter(access.deepseek(), keys, clients, catalogue),
        new ByteScanPhotoInspector(seen),
        new PixelResultConverter(reader, permits));
  }

  private static ImageProvider turbotext(
      ProviderAccess access,
      ProviderKeys keys,
      ProviderClients clients,
      ProviderCatalogue catalogue,
      PhotoSending sending) {
    return new TurbotextImageProvider(
        clients.turbotext(),
        TurbotextAddress.of(access.baseUrl()),
        TurbotextParameters.of(parameters(catalogue, TurbotextImageProvider.ID)),
        keys.of(TurbotextImageProvider.ID),
        sending);
  }

  private static ImageProvider gemini(
      ProviderAccess access,
      ProviderKeys keys,
      ProviderClients clients,
      ProviderCatalogue catalogue,
      PhotoSending sending,
      InstantSource clock) {
    return new GeminiImageProvider(
        clients.gemini(),
        GeminiAddress.of(access.baseUrl()),
        keys.of(GeminiImageProvider.ID),
        GeminiParameters.of(parameters(catalogue, GeminiImageProvider.ID)),
        sending,
        AnswerLimits.DEFAULT,
        clock,
        new RealPauses());
  }

  /// What the catalogue says about speaking with a provider; nothing where it does not have it.
  private static Map<String, String> parameters(ProviderCatalogue catalogue, ProviderId id) {
    return catalogue.provider(id).map(Provider::parameters).orElse(Map.of());
  }

  private static Optional<ImageProvider> openAi(
      ProviderAccess access,
      ProviderKeys keys,
      ProviderClients clients,
      ProviderCatalogue catalogue,
      PhotoSending sending) {
    return catalogue
        .provider(OpenAiImageProvider.ID)
        .map(provider -> openAiServer(access, keys, provider))
        .map(
            server ->
                new OpenAiImageProvider(
                    clients.openai(), server, sending, AnswerLimits.DEFAULT, new SecureRandom()));
  }

  /// The server that the catalogue describes, at its configured address.
  static OpenAiServer openAiServer(ProviderAccess access, ProviderKeys keys, Provider provider) {
    return new OpenAiServer(
        ServiceAddress.of(access.baseUrl()), keys.of(OpenAiImageProvider.ID), provider);
  }

  private static Optional<PromptWriter> promptWriter(
      ProviderAccess access,
      ProviderKeys keys,
      ProviderClients clients,
      ProviderCatalogue catalogue) {
    return catalogue
        .promptWriter()
        .map(
            writing ->
                new DeepSeekPromptWriter(
                    clients.deepseek(),
                    ServiceAddress.of(access.baseUrl()),
                    keys.of(writing.id()),
                    writing));
  }
}
