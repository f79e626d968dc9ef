package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.http.AnswerLimits;
import dev.photobridge.adapter.provider.http.ConnectionSettings;
import dev.photobridge.adapter.provider.http.PhotoSending;
import dev.photobridge.adapter.provider.http.ProviderHttpClient;
import dev.photobridge.adapter.provider.image.MetadataCutter;
import dev.photobridge.adapter.provider.pixels.DecodePermits;
import dev.photobridge.adapter.provider.pixels.PhotoPreparer;
import dev.photobridge.adapter.provider.pixels.PixelReader;
import dev.photobridge.adapter.provider.testing.CallFixture;
import dev.photobridge.adapter.provider.testing.DraftFolder;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.Model;
import dev.photobridge.domain.provider.Prices;
import dev.photobridge.domain.provider.TokenPrices;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// A provider as it is wired, over a fake of the service.
final class GeminiFixture implements AutoCloseable {
  static final String KEY = "the-key-of-a-test";

  static final Model MODEL =
      new Model(
          FakeGemini.MODEL,
          "Nano Banana",
          4096,
          new Prices(
              new TokenPrices(new BigDecimal("1.50"), new BigDecimal("7.50"), new BigDecimal("30")),
              Cost.ofDollars(new BigDecimal("0.0336"))),
          Map.of("image_sizes", "1K 2K 4K", "thinking_levels", "MINIMAL MEDIUM HIGH"));

  private final FakeGemini fake = new FakeGemini();
  private final ProviderHttpClient client = client();

  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));

  private final Path photo;
  private final PhotoFacts facts;

  /// @param folder for a photo of a guest
  GeminiFixture(Path folder) throws IOException {
    photo = folder.resolve("photo.png");
    facts = TestPhotos.noise(photo, 30, 20);
  }

  FakeGemini fake() {
    return fake;
  }

  GeminiImageProvider provider() {
    return provider(AnswerLimits.DEFAULT);
  }

  GeminiImageProvider provider(AnswerLimits limits) {
    return provider(fake.address(), limits);
  }

  GeminiImageProvider provider(URI address, AnswerLimits limits) {
    return provider(address, () -> Optional.of(KEY), Map.of(), limits);
  }

  /// As the catalogue's parameters say.
  GeminiImageProvider provider(Map<String, String> parameters) {
    return provider(fake.address(), () -> Optional.of(KEY), parameters, AnswerLimits.DEFAULT);
  }

  GeminiImageProvider provider(Supplier<Optional<String>> key) {
    return provider(fake.address(), key, Map.of(), AnswerLimits.DEFAULT);
  }

  private GeminiImageProvider provider(
      URI address,
      Supplier<Optional<String>> key,
      Map<String, String> parameters,
      AnswerLimits limits) {
    return new GeminiImageProvider(
        client,
        GeminiAddress.of(address),
        key,
        GeminiParameters.of(parameters),
        sending(),
        limits,
        () -> clock.instant(),
        pauses::add);
  }

  /// What the clock shows.
  void setClock(Instant time) {
    clock = InstantSource.fixed(time);
  }

  /// How often and how long the provider waited.
  List<Duration> pauses() {
    return pauses;
  }

  /// A call with the guest's photo, 30 by 20 pixels.
  CallFixture aCall(DraftFolder drafts) {
    return CallFixture.aCall(drafts).withModel(MODEL).withGuestPhoto(photo, facts);
  }

  Path photo() {
    return photo;
  }

  PhotoFacts facts() {
    return facts;
  }

  static ProviderHttpClient client() {
    return new ProviderHttpClient(
        ConnectionSettings.direct().withConnectTimeout(Duration.ofSeconds(20)));
  }

  static PhotoSending sending() {
    var preparer = new PhotoPreparer(new PixelReader(10_000_000), new DecodePermits(10_000_000, 2));
    return new PhotoSending(preparer, new MetadataCutter());
  }

  @Override
  public void close() {
    client.close();
    fake.close();
  }
}
