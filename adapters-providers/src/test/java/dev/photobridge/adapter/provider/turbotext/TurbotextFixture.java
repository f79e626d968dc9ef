package dev.photobridge.adapter.provider.turbotext;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photobridge.adapter.provider.http.ConnectionSettings;
import dev.photobridge.adapter.provider.http.PhotoSending;
import dev.photobridge.adapter.provider.http.ProviderHttpClient;
import dev.photobridge.adapter.provider.image.MetadataCutter;
import dev.photobridge.adapter.provider.pixels.DecodePermits;
import dev.photobridge.adapter.provider.pixels.PhotoPreparer;
import dev.photobridge.adapter.provider.pixels.PixelReader;
import dev.photobridge.adapter.provider.testing.CallFixture;
import dev.photobridge.adapter.provider.testing.DraftFolder;
import dev.photobridge.adapter.provider.testing.PhotoFiles;
import dev.photobridge.adapter.provider.testing.Pixels;
import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.MediaPart;
import dev.photobridge.domain.provider.Prices;
import dev.photobridge.domain.provider.TokenPrices;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The provider as it is wired, over a fake of the service, and calls with the operations of the
/// shipped catalogue.
final class TurbotextFixture implements AutoCloseable {
  static final Cost PRICE = new Cost(50_000);
  static final String WEBHOOK =
      "https://booth.example.com/webhooks/" + CallFixture.JOB + "/c2lnbmF0dXJl";

  private static final Path CATALOGUE = Path.of("..", "configs", "providers.json");

  private final FakeTurbotext fake = new FakeTurbotext();
  private final ProviderHttpClient client =
      new ProviderHttpClient(
          ConnectionSettings.direct().withConnectTimeout(Duration.ofSeconds(20)));
  private final DraftFolder drafts;
  private final StoredFile photo;
  private final StoredFile template;

  /// What was shared so far, by link, and from what it was made.
  private final Map<String, byte[]> shared = new LinkedHashMap<>();

  TurbotextFixture(Path folder) throws IOException {
    drafts = new DraftFolder(folder);
    photo = Pixels.png(folder.resolve("photo.png"), Pixels.drawn(30, 20, (_, _) -> 0xffff0000));
    template = Pixels.png(folder.resolve("template.png"), Pixels.drawn(8, 8, (_, _) -> 0xff00ff00));
  }

  FakeTurbotext fake() {
    return fake;
  }

  DraftFolder drafts() {
    return drafts;
  }

  Map<String, byte[]> shared() {
    return shared;
  }

  byte[] photo() throws IOException {
    return bytes(photo);
  }

  byte[] template() throws IOException {
    return bytes(template);
  }

  TurbotextImageProvider provider(Map<String, String> parameters) {
    return provider(parameters, Optional.of(FakeTurbotext.KEY), fake.address());
  }

  TurbotextImageProvider provider(
      Map<String, String> parameters, Optional<String> key, TurbotextAddress address) {
    var all = new HashMap<>(Map.of("own_network", "true"));
    all.putAll(parameters);
    var preparer = new PhotoPreparer(new PixelReader(10_000_000), new DecodePermits(10_000_000, 2));
    return new TurbotextImageProvider(
        client,
        address,
        TurbotextParameters.of(all),
        () -> key,
        new PhotoSending(preparer, new MetadataCutter()));
  }

  TurbotextProbe probe(Optional<String> key, TurbotextProbe.Waiting waiting) {
    return new TurbotextProbe(client, fake.address(), () -> key, waiting);
  }

  /// A call of an operation as the shipped catalogue has it, with the guest's photo.
  CallFixture aCall(String operation) throws IOException {
    return aCall(operation, parametersOf(operation));
  }

  CallFixture aCall(String operation, Map<String, String> parameters) throws IOException {
    return CallFixture.aCall(drafts)
        .withOperation(operation)
        .withParameters(parameters)
        .withPrices(new Prices(TokenPrices.FREE, PRICE))
        .withPublisher(this::published)
        .withPhoto(guest(photo));
  }

  /// The guest's photo, called as in the catalogue.
  static CallPhoto guest(StoredFile photo) throws IOException {
    return new CallPhoto(new MediaPart.GuestPhoto("ingest_media"), PhotoFiles.facts(photo), photo);
  }

  /// The same with the slot's image.
  CallFixture aCallWith(String image, String operation) throws IOException {
    return aCall(operation).withPhoto(PhotoFiles.slotImage(image, template));
  }

  /// What the shipped catalogue says about an operation.
  static Map<String, String> parametersOf(String operation) throws IOException {
    JsonNode override =
        new ObjectMapper()
            .readTree(CATALOGUE.toFile())
            .at("/operations/" + operation + "/provider_overrides/turbotext");
    var parameters = new HashMap<String, String>();
    override
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().isTextual()) {
                parameters.put(entry.getKey(), entry.getValue().textValue());
              }
            });
    assertThat(parameters).containsKey("method");
    return parameters;
  }

  /// A call with the address that reports go to.
  static ProviderCall built(CallFixture call, String callback) {
    ProviderCall built = call.build();
    return new ProviderCall(
        built.job(),
        built.operation(),
        built.model(),
        built.prices(),
        built.prompt(),
        built.settings(),
        built.photos(),
        built.guestSize(),
        built.attempt(),
        built.timeLeft(),
        callback,
        built.drafts(),
        built.publisher(),
        built.prepared());
  }

  /// What comes of a call.
  ProviderOutcome process(CallFixture call) throws InterruptedException {
    return provider(Map.of()).process(built(call, WEBHOOK));
  }

  /// What comes of asking about an accepted call of style_transfer.
  ProviderOutcome ask(DeferredCall deferred, Map<String, String> parameters)
      throws IOException, InterruptedException {
    var call = built(aCallWith("reference_media_id", "style_transfer"), WEBHOOK);
    return provider(parameters).ask(deferred, call);
  }

  static JobFailure failureOf(ProviderOutcome outcome) {
    assertThat(outcome).isInstanceOf(ProviderOutcome.Failed.class);
    return ((ProviderOutcome.Failed) outcome).failure();
  }

  static byte[] imageOf(ProviderOutcome outcome) throws IOException {
    assertThat(outcome).isInstanceOf(ProviderOutcome.Image.class);
    var image = (ProviderOutcome.Image) outcome;
    assertThat(image.cost()).isEqualTo(PRICE);
    try (MediaDraft draft = image.image()) {
      return bytes(draft.file());
    }
  }

  private String published(MediaDraft draft) throws IOException {
    String link = "https://booth.example.com/public/media/" + new UUID(7, shared.size());
    shared.put(link, bytes(draft.file()));
    return link;
  }

  static byte[] bytes(StoredFile file) throws IOException {
    try (InputStream in = file.open()) {
      return in.readAllBytes();
    }
  }

  @Override
  public void close() {
    client.close();
    fake.close();
  }
}
