package dev.photobridge.adapter.provider.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photobridge.adapter.provider.testing.CallFixture;
import dev.photobridge.adapter.provider.testing.DraftFolder;
import dev.photobridge.adapter.provider.testing.FakeOpenAi;
import dev.photobridge.adapter.provider.testing.OpenAiContract;
import dev.photobridge.adapter.provider.testing.PhotoFiles;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.PhotoFacts;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiImageProviderTest {
  private static final byte[] RESULT = "the result".getBytes(UTF_8);

  @TempDir Path folder;
  private final OpenAiFixture openAi = new OpenAiFixture();
  private DraftFolder drafts;

  @BeforeEach
  void start() {
    drafts = new DraftFolder(folder);
    openAi.fake().answers(FakeOpenAi.image(RESULT));
  }

  @AfterEach
  void stop() {
    openAi.fake().assertAllRequestsWereAllowed();
    openAi.close();
  }

  @Test
  void isTheProviderOpenai() {
    assertThat(openAi.provider(Map.of()).id().value()).isEqualTo("openai");
  }

  @Test
  void sendsAFormWithThePhotoWithoutItsMetadata() throws Exception {
    assertImage(process(Map.of(), openAi.aCall(drafts)));

    assertThat(openAi.fake().request().getUrl()).isEqualTo("/v1/images/edits");
    assertThat(openAi.fake().field("model")).isEqualTo("gpt-image-of-tests");
    assertThat(openAi.fake().field("prompt")).isEqualTo("as a poster");
    assertThat(openAi.fake().field("size")).as("like 900 x 500").isEqualTo("1536x1024");
    assertThat(openAi.fake().request().getParts())
        .extracting(part -> part.getName())
        .containsExactly("model", "prompt", "size", "image[]");
    StoredFile sent = sent(0);
    assertThat(PhotoFiles.facts(sent).type()).isEqualTo(MediaType.JPEG);
    assertThat(PhotoFiles.facts(sent).uprightSize().width()).isEqualTo(900);
    assertThat(new String(openAi.fake().files().getFirst(), UTF_8)).doesNotContain("Exif");
  }

  @Test
  void sendsImagesInTheOrderOfTheOperation() throws Exception {
    Path frame = PhotoFiles.path("synthetic/frame-overlay-alpha.png");
    PhotoFacts facts = PhotoFiles.facts(PhotoFiles.stored(frame));
    assertImage(process(Map.of(), openAi.aCall(drafts).withSlotImage("base", frame, facts)));

    assertThat(openAi.fake().files()).hasSize(2);
    assertThat(PhotoFiles.facts(sent(0)).type()).isEqualTo(MediaType.JPEG);
    assertThat(PhotoFiles.facts(sent(1)).type()).isEqualTo(MediaType.PNG);
  }

  @Test
  void withoutImagesItSendsJson() throws Exception {
    var call = CallFixture.aCall(drafts).withModel(OpenAiFixture.MODEL);
    assertImage(process(Map.of("form.output_compression", "90", "form.user", "booth"), call));

    assertThat(openAi.fake().request().getUrl()).isEqualTo("/v1/images/generations");
    assertThat(new ObjectMapper().readTree(openAi.fake().request().getBody()))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"model":"gpt-image-of-tests","prompt":"as a poster","size":"1536x1024",
                     "output_compression":90,"user":"booth"}
                    """));
  }

  @Test
  void costsWhatTheServerCounted() throws Exception {
    var outcome = (ProviderOutcome.Image) process(Map.of(), openAi.aCall(drafts));
    // 420 x 8 + 1080 x 30
    assertThat(outcome.cost().microDollars()).isEqualTo(35_760);
    assertThat(outcome.tokens()).isEqualTo(1500);
    outcome.image().close();
  }

  @Test
  void costsThePriceOfACallWhereTheServerCountsNothing() throws Exception {
    openAi.fake().answers(FakeOpenAi.json("{\"data\":[{\"b64_json\":\"MQ==\"}]}"));
    var outcome = (ProviderOutcome.Image) process(Map.of(), openAi.aCall(drafts));
    assertThat(outcome.cost().microDollars()).isEqualTo(30_000);
    outcome.image().close();
  }

  @Test
  void whatTheSlotSaysWinsOverTheCatalogue() throws Exception {
    var call =
        openAi
            .aCall(drafts)
            .withSettings(Map.of("prompt", "p", "quality", "high", "size", "1024x1024"));
    assertImage(
        process(
            Map.of("form.quality", "low", "edits_form.input_fidelity", "high", "send_n", "true"),
            call));

    assertThat(openAi.fake().field("quality")).isEqualTo("high");
    assertThat(openAi.fake().field("size")).isEqualTo("1024x1024");
    assertThat(openAi.fake().field("input_fidelity")).isEqualTo("high");
    assertThat(openAi.fake().field("n")).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({"auto,auto", "1200x800,1200x800"})
  void theCatalogueMayNameTheSize(String rule, String sent) throws Exception {
    assertImage(process(Map.of("size", rule), openAi.aCall(drafts)));
    assertThat(openAi.fake().field("size")).isEqualTo(sent);
  }

  @Test
  void theSizeMayBeLeftToTheServer() throws Exception {
    assertImage(process(Map.of("size", "none"), openAi.aCall(drafts)));
    assertThat(openAi.fake().request().getPart("size")).isNull();
  }

  @Test
  void aVersionInTheAddressIsNotDoubled() throws Exception {
    var server =
        OpenAiFixture.server(
            openAi.fake().address().resolve("/v1/"), Optional.of(FakeOpenAi.KEY), Map.of());
    assertImage(openAi.provider(server).process(openAi.aCall(drafts).build()));
    assertThat(openAi.fake().request().getUrl()).isEqualTo("/v1/images/edits");
  }

  @Test
  void aServerOfOnesOwnIsSpokenToInItsOwnWay() throws Exception {
    try (var own = new OpenAiFixture(OpenAiContract.ownServer())) {
      own.fake().answers(FakeOpenAi.image(RESULT));
      var parameters =
          Map.of(
              "key_required", "false",
              "image_field", "image",
              "response_format", "b64_json",
              "slot_fields", "seed",
              "form.num_inference_steps", "28",
              "form.guidance_scale", "4.5");
      var server = OpenAiFixture.server(own.fake().address(), Optional.empty(), parameters);
      var call = own.aCall(drafts).withSettings(Map.of("prompt", "p", "seed", 7));

      assertImage(own.provider(server).process(call.build()));

      own.fake().assertAllRequestsWereAllowed();
      assertThat(own.fake().field("seed")).isEqualTo("7");
      assertThat(own.fake().field("guidance_scale")).isEqualTo("4.5");
      assertThat(own.fake().field("response_format")).isEqualTo("b64_json");
      assertThat(own.fake().files()).hasSize(1);
    }
  }

  @Test
  void theKeyMayHaveAnotherHeaderAndNoScheme() throws Exception {
    try (var own = new OpenAiFixture(OpenAiContract.ownServer())) {
      own.fake().answers(FakeOpenAi.image(RESULT));
      var parameters = Map.of("auth_header", "api-key", "auth_scheme", "", "image_field", "image");
      assertImage(own.provider(parameters).process(own.aCall(drafts).build()));
      assertThat(own.fake().request().getHeader("api-key")).isEqualTo(FakeOpenAi.KEY);
    }
  }

  @Test
  void anImageByItsAddressIsFetchedWithoutTheKey() throws Exception {
    openAi.fake().answers(FakeOpenAi.link(openAi.fake().address() + "/files/1.png"));
    openAi.fake().has("/files/1.png", RESULT);
    var outcome = process(Map.of(), openAi.aCall(drafts));
    assertThat(((ProviderOutcome.Image) outcome).cost().microDollars()).isEqualTo(30_000);
    assertImage(outcome);
  }

  @Test
  void theAddressOfAnImageMayBeAPath() throws Exception {
    openAi.fake().answers(FakeOpenAi.link("/files/1.png"));
    openAi.fake().has("/files/1.png", RESULT);
    assertImage(process(Map.of(), openAi.aCall(drafts)));
  }

  @ParameterizedTest
  @CsvSource({
    "http://elsewhere.example/1.png, RESULT_HOST_NOT_ALLOWED",
    "file:///etc/passwd, RESULT_ADDRESS_INVALID",
    "'data:image/png;base64,MQ==', RESULT_ADDRESS_INVALID",
    "'not an address', RESULT_ADDRESS_INVALID",
    "/files/gone.png, RESULT_HTTP_400",
  })
  void anAddressThatIsOfNoUseFailsAndCostsTheCall(String address, String reason) throws Exception {
    openAi.fake().answers(FakeOpenAi.link(address));
    var outcome = (ProviderOutcome.Failed) process(Map.of(), openAi.aCall(drafts));
    assertThat(outcome.failure().reason()).isEqualTo(reason);
    assertThat(outcome.failure().cost().microDollars()).isEqualTo(30_000);
    assertThat(drafts.left()).isZero();
    openAi.fake().forget();
  }

  @Test
  void whereHostsAreNamedThisMachineIsNotAmongThemUnlessAllowed() throws Exception {
    openAi.fake().answers(FakeOpenAi.link("/files/1.png"));
    openAi.fake().has("/files/1.png", RESULT);
    String host = openAi.fake().address().getRawAuthority();
    var outcome =
        (ProviderOutcome.Failed) process(Map.of("result_hosts", host), openAi.aCall(drafts));
    assertThat(outcome.failure().reason()).isEqualTo("PRIVATE_ADDRESS");

    assertImage(
        process(
            Map.of("result_hosts", host, "allow_private_addresses", "true"), openAi.aCall(drafts)));
  }

  @Test
  void withoutAKeyNothingIsSent() throws Exception {
    var server = OpenAiFixture.server(openAi.fake().address(), Optional.empty(), Map.of());
    var outcome =
        (ProviderOutcome.Failed) openAi.provider(server).process(openAi.aCall(drafts).build());
    assertThat(outcome.failure().kind()).isEqualTo(FailureKind.KEY_REJECTED);
    assertThat(outcome.failure().detail()).contains("OPENAI_API_KEY", "key_required");
    assertThat(openAi.fake().calls()).isZero();
  }

  @Test
  void withoutWordsNothingIsSent() throws Exception {
    var outcome =
        (ProviderOutcome.Failed) process(Map.of(), openAi.aCall(drafts).withSettings(Map.of()));
    assertThat(outcome.failure().reason()).isEqualTo("NO_PROMPT");
    assertThat(openAi.fake().calls()).isZero();
  }

  @Test
  void aPhotoThatTheServiceDoesNotTakeIsNotSent() throws Exception {
    StoredFile heic = PhotoFiles.stored("real/iphone-11-pro.heic");
    var call =
        CallFixture.aCall(drafts).withModel(OpenAiFixture.MODEL).withPhoto(PhotoFiles.guest(heic));
    var outcome = (ProviderOutcome.Failed) process(Map.of(), call);
    assertThat(outcome.failure().kind()).isEqualTo(FailureKind.PHOTO_UNUSABLE);
    assertThat(outcome.failure().detail()).contains("image/heic", "JPEG");
    assertThat(openAi.fake().calls()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image_feld | image",
        "edits_path | images/edits",
        "send_n | yes",
        "auth_header | two words",
        "auth_scheme | Bearer:",
        "sizes | square",
        "key_required | no",
      })
  void aWrongParameterIsNamedAtTheStart(String name, String value) {
    assertThatThrownBy(() -> openAi.provider(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  private ProviderOutcome process(Map<String, String> parameters, CallFixture call)
      throws InterruptedException {
    return openAi.provider(parameters).process(call.build());
  }

  private StoredFile sent(int image) throws Exception {
    Path file = folder.resolve("sent-" + image);
    Files.write(file, openAi.fake().files().get(image));
    return PhotoFiles.stored(file);
  }

  private void assertImage(ProviderOutcome outcome) throws Exception {
    assertThat(outcome).isInstanceOf(ProviderOutcome.Image.class);
    try (MediaDraft image = ((ProviderOutcome.Image) outcome).image();
        InputStream in = image.file().open()) {
      assertThat(in.readAllBytes()).isEqualTo(RESULT);
    }
    assertThat(drafts.left()).isZero();
  }
}
