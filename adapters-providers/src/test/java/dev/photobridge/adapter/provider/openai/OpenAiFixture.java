package dev.photobridge.adapter.provider.openai;

import dev.photobridge.adapter.provider.http.AnswerLimits;
import dev.photobridge.adapter.provider.http.ConnectionSettings;
import dev.photobridge.adapter.provider.http.PhotoSending;
import dev.photobridge.adapter.provider.http.ProviderHttpClient;
import dev.photobridge.adapter.provider.http.ServiceAddress;
import dev.photobridge.adapter.provider.image.MetadataCutter;
import dev.photobridge.adapter.provider.pixels.DecodePermits;
import dev.photobridge.adapter.provider.pixels.PhotoPreparer;
import dev.photobridge.adapter.provider.pixels.PixelReader;
import dev.photobridge.adapter.provider.testing.CallFixture;
import dev.photobridge.adapter.provider.testing.DraftFolder;
import dev.photobridge.adapter.provider.testing.FakeOpenAi;
import dev.photobridge.adapter.provider.testing.OpenAiContract;
import dev.photobridge.adapter.provider.testing.PhotoFiles;
import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.IngestRules;
import dev.photobridge.domain.provider.Model;
import dev.photobridge.domain.provider.Prices;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderLimits;
import dev.photobridge.domain.provider.TokenPrices;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// A provider as it is wired, over a fake of the service.
final class OpenAiFixture implements AutoCloseable {
  static final Model MODEL =
      new Model(
          "gpt-image-of-tests",
          "GPT Image",
          2048,
          new Prices(
              new TokenPrices(new BigDecimal("8"), new BigDecimal("10"), new BigDecimal("30")),
              Cost.ofDollars(new BigDecimal("0.03"))),
          Map.of());

  private final FakeOpenAi fake;
  private final ProviderHttpClient http =
      new ProviderHttpClient(
          ConnectionSettings.direct().withConnectTimeout(Duration.ofSeconds(20)));

  OpenAiFixture() {
    this(OpenAiContract.openAi(FakeOpenAi.KEY));
  }

  OpenAiFixture(OpenAiContract contract) {
    fake = new FakeOpenAi(contract);
  }

  FakeOpenAi fake() {
    return fake;
  }

  OpenAiImageProvider provider(Map<String, String> parameters) {
    return provider(server(fake.address(), Optional.of(FakeOpenAi.KEY), parameters));
  }

  OpenAiImageProvider provider(OpenAiServer server) {
    return provider(server, AnswerLimits.DEFAULT);
  }

  OpenAiImageProvider provider(OpenAiServer server, AnswerLimits limits) {
    var preparer = new PhotoPreparer(new PixelReader(10_000_000), new DecodePermits(10_000_000, 2));
    return new OpenAiImageProvider(
        http(), server, new PhotoSending(preparer, new MetadataCutter()), limits, new Random(1));
  }

  ProviderHttpClient http() {
    return http;
  }

  static OpenAiServer server(URI address, Optional<String> key, Map<String, String> parameters) {
    return new OpenAiServer(ServiceAddress.of(address), () -> key, described(parameters));
  }

  static Provider described(Map<String, String> parameters) {
    return new Provider(
        OpenAiImageProvider.ID,
        "OpenAI",
        new IngestRules(
            1, Duration.ofSeconds(60), Set.of(MediaType.JPEG), ByteSize.ofMegabytes(20), false),
        ProviderLimits.NONE,
        List.of(),
        List.of(MODEL),
        parameters);
  }

  /// A call with a real photo of 900 by 500 pixels.
  CallFixture aCall(DraftFolder drafts) throws IOException {
    Path photo = PhotoFiles.path("synthetic/IMG_0003.JPG");
    PhotoFacts facts = PhotoFiles.facts(PhotoFiles.stored(photo));
    return CallFixture.aCall(drafts).withModel(MODEL).withGuestPhoto(photo, facts);
  }

  @Override
  public void close() {
    http.close();
    fake.close();
  }
}
