package dev.photobridge.adapter.provider.gemini;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.photobridge.adapter.provider.gemini.GeminiFixture.MODEL;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.photobridge.adapter.provider.http.AnswerLimits;
import dev.photobridge.adapter.provider.testing.CallFixture;
import dev.photobridge.adapter.provider.testing.DraftFolder;
import dev.photobridge.adapter.provider.testing.PhotoFiles;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.provider.Model;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeminiImageProviderTest {
  @TempDir Path folder;
  private GeminiFixture gemini;
  private DraftFolder drafts;

  @BeforeEach
  void start() throws IOException {
    gemini = new GeminiFixture(folder);
    gemini.fake().answers(image("result".getBytes(UTF_8)));
    drafts = new DraftFolder(folder);
  }

  @AfterEach
  void stop() {
    gemini.close();
  }

  @Test
  void isTheProviderGemini() {
    assertThat(gemini.provider().id().value()).isEqualTo("gemini");
  }

  @Test
  void sendsThePhotoThenThePromptAndTheKeyInItsHeader() throws Exception {
    assertImage(process(gemini.aCall(drafts)));

    assertThat(gemini.fake().request().getHeader("x-goog-api-key")).isEqualTo(GeminiFixture.KEY);
    assertThat(gemini.fake().request().getUrl()).doesNotContain(GeminiFixture.KEY);
    JsonNode body = gemini.fake().body();
    assertThat(body.at("/contents/0/role").asText()).isEqualTo("user");
    JsonNode parts = body.at("/contents/0/parts");
    assertThat(parts).hasSize(2);
    assertThat(parts.at("/0/inlineData/mimeType").asText()).isEqualTo("image/png");
    assertThat(parts.at("/0/inlineData/data").binaryValue())
        .isEqualTo(Files.readAllBytes(gemini.photo()));
    assertThat(parts.at("/1/text").asText()).isEqualTo("as a poster");
    assertThat(body.at("/generationConfig").toString())
        .isEqualTo(
            "{\"responseModalities\":[\"IMAGE\"],\"imageConfig\":{\"aspectRatio\":\"3:2\"}}");
    gemini.fake().assertRequestsFollowTheContract();
  }

  @Test
  void sendsImagesInTheOrderOfTheOperation() throws Exception {
    Path scene = folder.resolve("scene.png");
    PhotoFacts sceneFacts = TestPhotos.noise(scene, 5, 5);
    var call =
        CallFixture.aCall(drafts)
            .withModel(MODEL)
            .withSlotImage("base_media_id", scene, sceneFacts)
            .withGuestPhoto(gemini.photo(), gemini.facts());
    assertImage(process(call));

    JsonNode parts = gemini.fake().body().at("/contents/0/parts");
    assertThat(parts.at("/0/inlineData/data").binaryValue()).isEqualTo(Files.readAllBytes(scene));
    assertThat(parts.at("/1/inlineData/data").binaryValue())
        .isEqualTo(Files.readAllBytes(gemini.photo()));
    assertThat(parts.at("/2/text").asText()).isEqualTo("as a poster");
    assertThat(gemini.fake().body().at("/generationConfig/imageConfig/aspectRatio").asText())
        .as("the guest's shape")
        .isEqualTo("3:2");
    gemini.fake().assertRequestsFollowTheContract();
  }

  @Test
  void sendsSizeAndSeedOnlyWhereTheSlotNamesThem() throws Exception {
    Map<String, Object> settings =
        Map.of("prompt", "p", "image_size", "2K", "seed", 7, "thinking_level", "minimal");
    assertImage(process(gemini.aCall(drafts).withSettings(settings)));

    JsonNode config = gemini.fake().body().at("/generationConfig");
    assertThat(config.at("/imageConfig/imageSize").asText()).isEqualTo("2K");
    assertThat(config.at("/seed").asInt()).isEqualTo(7);
    assertThat(config.at("/thinkingConfig/thinkingLevel").asText()).isEqualTo("MINIMAL");
    gemini.fake().assertRequestsFollowTheContract();
  }

  @Test
  void leavesTheSeedOutWhenTheCallIsMadeAgain() throws Exception {
    Map<String, Object> settings = Map.of("prompt", "p", "seed", 7);
    assertImage(process(gemini.aCall(drafts).withSettings(settings).withAttempt(2)));

    assertThat(gemini.fake().body().at("/generationConfig").has("seed")).isFalse();
  }

  @Test
  void sendsNoSizeAndNoThinkingThatTheModelDoesNotTake() throws Exception {
    Map<String, Object> settings =
        Map.of("prompt", "p", "image_size", "2K", "thinking_level", "medium");
    var lite =
        new Model(
            "gemini-3.1-flash-lite-image",
            "Lite",
            2048,
            MODEL.prices(),
            Map.of("thinking_levels", "MINIMAL HIGH"));
    assertImage(process(gemini.aCall(drafts).withSettings(settings).withModel(lite)));

    JsonNode config = gemini.fake().body().at("/generationConfig");
    assertThat(config.at("/imageConfig").has("imageSize")).isFalse();
    assertThat(config.has("thinkingConfig")).isFalse();
    gemini.fake().assertRequestsFollowTheContract();
  }

  @Test
  void asksForShapesOfTheModelsOwnList() throws Exception {
    var wide =
        new Model(MODEL.id(), "Wide", 4096, MODEL.prices(), Map.of("aspect_ratios", "1:8 8:1"));
    assertImage(process(gemini.aCall(drafts).withModel(wide)));

    assertThat(gemini.fake().body().at("/generationConfig/imageConfig/aspectRatio").asText())
        .isEqualTo("8:1");
  }

  @Test
  void aMistakeInTheCataloguesModelIsSaidInWords() throws Exception {
    var wrong = new Model(MODEL.id(), "W", 4096, MODEL.prices(), Map.of("aspect_ratios", "wide"));
    JobFailure failure = failureOf(process(gemini.aCall(drafts).withModel(wrong)));
    assertThat(failure.detail()).contains("catalogue", MODEL.id(), "wide");
    assertThat(gemini.fake().server().getAllServeEvents()).isEmpty();
  }

  @Test
  void sendsTheCataloguesSafetyThresholdForEachCategory() throws Exception {
    var provider = gemini.provider(Map.of("safety_threshold", "BLOCK_ONLY_HIGH"));
    assertImage(provider.process(gemini.aCall(drafts).build()));

    JsonNode safety = gemini.fake().body().at("/safetySettings");
    assertThat(safety).hasSize(4);
    assertThat(safety.findValuesAsText("threshold")).containsOnly("BLOCK_ONLY_HIGH");
    gemini.fake().assertRequestsFollowTheContract();
  }

  @Test
  void makesAnImageFromThePromptAlone() throws Exception {
    assertImage(process(CallFixture.aCall(drafts).withModel(MODEL)));
    assertThat(gemini.fake().body().at("/contents/0/parts")).hasSize(1);
    assertThat(gemini.fake().body().at("/generationConfig/imageConfig/aspectRatio").asText())
        .as("the shape of the photo, though it is not sent")
        .isEqualTo("3:2");
    gemini.fake().assertRequestsFollowTheContract();
  }

  @Test
  void sendsThePhotoUprightAndAsksForTheShapeThatTheGuestSees() throws Exception {
    var onItsSide =
        new PhotoFacts(
            gemini.facts().type(),
            gemini.facts().storedSize(),
            Orientation.QUARTER_TURN_CLOCKWISE,
            false,
            gemini.facts().fileSize());
    assertImage(
        process(
            CallFixture.aCall(drafts).withModel(MODEL).withGuestPhoto(gemini.photo(), onItsSide)));

    JsonNode body = gemini.fake().body();
    JsonNode photo = body.at("/contents/0/parts/0/inlineData");
    assertThat(photo.at("/mimeType").asText()).isEqualTo("image/jpeg");
    var sent = ImageIO.read(new ByteArrayInputStream(photo.at("/data").binaryValue()));
    assertThat(sent.getWidth()).isEqualTo(20);
    assertThat(sent.getHeight()).isEqualTo(30);
    assertThat(body.at("/generationConfig/imageConfig/aspectRatio").asText()).isEqualTo("2:3");
    gemini.fake().assertRequestsFollowTheContract();
  }

  @Test
  void sendsNoMetadata() throws Exception {
    var photo = PhotoFiles.stored("hostile/exif-markup.jpg");
    assertThat(bytesOf(photo)).asString(ISO_8859_1).contains("<script>");
    var call = CallFixture.aCall(drafts).withModel(MODEL).withPhoto(PhotoFiles.guest(photo));
    assertImage(process(call));

    byte[] sent = gemini.fake().body().at("/contents/0/parts/0/inlineData/data").binaryValue();
    assertThat(sent).asString(ISO_8859_1).doesNotContain("<script>");
    assertThat(ImageIO.read(new ByteArrayInputStream(sent))).isNotNull();
  }

  @Test
  void aPhotoThatCanNotBePreparedIsNotSent() throws Exception {
    Path broken = folder.resolve("broken.png");
    Files.write(broken, new byte[500]);
    var outcome =
        process(CallFixture.aCall(drafts).withModel(MODEL).withGuestPhoto(broken, gemini.facts()));
    assertThat(failureOf(outcome).kind()).isEqualTo(FailureKind.PHOTO_UNUSABLE);
    assertThat(gemini.fake().server().getAllServeEvents()).isEmpty();
    assertThat(drafts.left()).isZero();
  }

  @Test
  void putsThePromptIntoTheOperationsTemplate() throws Exception {
    var settings = Map.<String, Object>of("prompt", "a {prompt} \"poster\"\nё");
    var call = gemini.aCall(drafts).withSettings(settings).withTemplate("Edit: {prompt}.");
    assertImage(process(call));
    assertThat(gemini.fake().body().at("/contents/0/parts/1/text").asText())
        .isEqualTo("Edit: a {prompt} \"poster\"\nё.");
  }

  @Test
  void leavesThePromptOutWhereThereIsNone() throws Exception {
    assertImage(process(gemini.aCall(drafts).withSettings(Map.of())));
    assertThat(gemini.fake().body().at("/contents/0/parts")).hasSize(1);
    gemini.fake().assertRequestsFollowTheContract();
  }

  @Test
  void tellsTheServiceHowLongItHas() throws Exception {
    assertImage(process(gemini.aCall(drafts).withTimeLeft(Duration.ofSeconds(1000))));
    String seconds = gemini.fake().request().getHeader("X-Server-Timeout");
    assertThat(Integer.parseInt(seconds)).isBetween(900, 999);
  }

  @Test
  void carriesLargePhotosAndResultsByteForByte() throws Exception {
    Path large = folder.resolve("large.png");
    PhotoFacts facts = TestPhotos.noise(large, 2200, 1700);
    assertThat(Files.size(large)).isGreaterThan(11_000_000);
    byte[] result = new byte[12_345_677];
    new Random(3).nextBytes(result);
    gemini.fake().answers(image(result));

    var outcome = process(CallFixture.aCall(drafts).withModel(MODEL).withGuestPhoto(large, facts));

    assertThat(imageOf(outcome)).isEqualTo(result);
    assertThat(gemini.fake().body().at("/contents/0/parts/0/inlineData/data").binaryValue())
        .isEqualTo(Files.readAllBytes(large));
    gemini.fake().assertRequestsFollowTheContract();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "two words", "broken\nline", "ключ"})
  void withoutAUsableKeyNothingIsSent(String key) throws Exception {
    assertNoCallWithKey(Optional.of(key));
  }

  @Test
  void withoutAnyKeyNothingIsSent() throws Exception {
    assertNoCallWithKey(Optional.empty());
  }

  @Test
  void withoutAModelNothingIsSent() throws Exception {
    var call = CallFixture.aCall(drafts).build();
    JobFailure failure = failureOf(gemini.provider().process(call));
    assertThat(failure.kind()).isEqualTo(FailureKind.REQUEST_REJECTED);
    assertThat(gemini.fake().server().getAllServeEvents()).isEmpty();
  }

  @Test
  void connectionFaultsAreRetryableAndLeaveNothingBehind() throws Exception {
    for (Fault fault : Fault.values()) {
      gemini.fake().answers(aResponse().withFault(fault));
      JobFailure failure = failureOf(process(gemini.aCall(drafts)));
      assertThat(failure.kind().isRetryable()).as("%s: %s", fault, failure).isTrue();
      assertThat(failure.detail()).doesNotContain(GeminiFixture.KEY);
      assertThat(drafts.left()).isZero();
    }
  }

  @Test
  void anImageThatDripsInIsCutAtTheEndOfTheTimeLeft() throws Exception {
    gemini.fake().answers(image(new byte[100_000]).withChunkedDribbleDelay(1000, 600_000));
    var outcome = process(gemini.aCall(drafts).withTimeLeft(Duration.ofMillis(700)));
    JobFailure failure = failureOf(outcome);
    assertThat(failure.reason()).isEqualTo("TIMEOUT");
    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(drafts.left()).isZero();
  }

  @Test
  void anAddressWithAVersionIsTakenAsItIs() throws Exception {
    var address = URI.create(gemini.fake().address() + "/v1beta/");
    var outcome =
        gemini.provider(address, AnswerLimits.DEFAULT).process(gemini.aCall(drafts).build());
    assertImage(outcome);
  }

  private void assertNoCallWithKey(Optional<String> key) throws Exception {
    var provider = gemini.provider(() -> key);
    JobFailure failure = failureOf(provider.process(gemini.aCall(drafts).build()));
    assertThat(failure.kind()).isEqualTo(FailureKind.KEY_REJECTED);
    assertThat(failure.detail()).contains("GEMINI_API_KEY");
    assertThat(gemini.fake().server().getAllServeEvents()).isEmpty();
  }

  private ProviderOutcome process(CallFixture call) throws InterruptedException {
    return gemini.provider().process(call.build());
  }

  private void assertImage(ProviderOutcome outcome) throws IOException {
    assertThat(imageOf(outcome)).asString().isEqualTo("result");
    assertThat(drafts.left()).isZero();
  }

  private static byte[] imageOf(ProviderOutcome outcome) throws IOException {
    assertThat(outcome).isInstanceOf(ProviderOutcome.Image.class);
    try (MediaDraft image = ((ProviderOutcome.Image) outcome).image()) {
      return bytesOf(image.file());
    }
  }

  private static byte[] bytesOf(StoredFile file) throws IOException {
    try (InputStream in = file.open()) {
      return in.readAllBytes();
    }
  }

  private static JobFailure failureOf(ProviderOutcome outcome) {
    assertThat(outcome).isInstanceOf(ProviderOutcome.Failed.class);
    return ((ProviderOutcome.Failed) outcome).failure();
  }

  private static ResponseDefinitionBuilder image(byte[] bytes) {
    return aResponse()
        .withBody(
            """
            {"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"image/png","data":"%s"}}]},
             "finishReason":"STOP"}],"responseId":"r","modelVersion":"m"}\
            """
                .formatted(Base64.getEncoder().encodeToString(bytes)));
  }
}
