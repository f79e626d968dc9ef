package dev.photobridge.app.server;

import dev.photobridge.adapter.provider.breaker.BreakerProviderMonitor;
import dev.photobridge.adapter.provider.breaker.GuardedImageProvider;
import dev.photobridge.adapter.provider.gemini.GeminiAddress;
import dev.photobridge.adapter.provider.gemini.GeminiImageProvider;
import dev.photobridge.adapter.provider.gemini.GeminiKeyProbe;
import dev.photobridge.adapter.provider.http.AnswerLimits;
import dev.photobridge.adapter.provider.http.PhotoSending;
import dev.photobridge.adapter.provider.http.ProviderHttpClient;
import dev.photobridge.adapter.provider.image.ByteScanPhotoInspector;
import dev.photobridge.adapter.provider.image.MetadataCutter;
import dev.photobridge.adapter.provider.local.LocalImageProvider;
import dev.photobridge.adapter.provider.pixels.DecodePermits;
import dev.photobridge.adapter.provider.pixels.PhotoPreparer;
import dev.photobridge.adapter.provider.pixels.PixelReader;
import dev.photobridge.adapter.provider.pixels.PixelResultConverter;
import dev.photobridge.app.config.Configuration;
import dev.photobridge.application.port.out.ImageProvider;
import dev.photobridge.application.port.out.PhotoInspector;
import dev.photobridge.application.port.out.ProviderMonitor;
import dev.photobridge.application.port.out.ResultConverter;
import dev.photobridge.domain.provider.ProviderId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The providers and what they share: one budget for decoded pixels.
///
/// @param byId every provider that this version can call
/// @param monitor watches those that are called over the network
/// @param inspector looks at photos and results
/// @param converter brings results into the wanted form
record ProviderAssembly(
    Map<ProviderId, ImageProvider> byId,
    ProviderMonitor monitor,
    PhotoInspector inspector,
    ResultConverter converter) {
  /// A decoded pixel takes four bytes; a quarter of the heap may go to those of all photos
  /// together.
  private static final int HEAP_BYTES_A_PIXEL = 16;

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  static ProviderAssembly of(Configuration configuration, Runtime machine, InstantSource clock) {
    long pixels = machine.maxMemory() / HEAP_BYTES_A_PIXEL;
    var permits = new DecodePermits(pixels, machine.availableProcessors());
    // a photo that needs more than the shared budget runs alone, with up to half of the heap
    var reader = new PixelReader(2 * pixels);
    var gemini = new GuardedImageProvider(gemini(configuration.gemini(), reader, permits), clock);
    return new ProviderAssembly(
        Stream.of(gemini, local(reader, permits))
            .collect(Collectors.toUnmodifiableMap(ImageProvider::id, Function.identity())),
        new BreakerProviderMonitor(List.of(gemini)),
        new ByteScanPhotoInspector(),
        new PixelResultConverter(reader, permits));
  }

  /// Tells whether a key works, without cost.
  static GeminiKeyProbe geminiKeyProbe(Configuration.ProviderAccess access) {
    return new GeminiKeyProbe(httpClient(), GeminiAddress.of(access.baseUrl()), access::apiKey);
  }

  private static ProviderHttpClient httpClient() {
    return new ProviderHttpClient(ProviderHttpClient.newHttpClient(CONNECT_TIMEOUT));
  }

  private static ImageProvider gemini(
      Configuration.ProviderAccess access, PixelReader reader, DecodePermits permits) {
    return new GeminiImageProvider(
        httpClient(),
        GeminiAddress.of(access.baseUrl()),
        access::apiKey,
        new PhotoSending(new PhotoPreparer(reader, permits), new MetadataCutter()),
        AnswerLimits.DEFAULT);
  }

  private static ImageProvider local(PixelReader reader, DecodePermits permits) {
    return new LocalImageProvider(reader, permits);
  }
}
