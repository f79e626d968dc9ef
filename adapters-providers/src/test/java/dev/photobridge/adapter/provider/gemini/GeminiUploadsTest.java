package dev.photobridge.adapter.provider.gemini;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photobridge.adapter.provider.testing.CallFixture;
import dev.photobridge.adapter.provider.testing.DraftFolder;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.media.PhotoFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Images that go to the service by its Files API.
@Timeout(60)
class GeminiUploadsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String IMAGE =
      """
      {"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"image/png","data":"cg=="}}]},
       "finishReason":"STOP"}]}\
      """;

  @TempDir Path folder;
  private GeminiFixture gemini;
  private DraftFolder drafts;
  private Path template;
  private PhotoFacts templateFacts;

  @BeforeEach
  void start() throws IOException {
    gemini = new GeminiFixture(folder);
    gemini.fake().answers(aResponse().withBody(IMAGE));
    drafts = new DraftFolder(folder);
    template = folder.resolve("template.png");
    templateFacts = TestPhotos.noise(template, 50, 40);
  }

  @AfterEach
  void stop() throws IOException {
    gemini.fake().assertRequestsFollowTheContract();
    assertThat(drafts.left()).isZero();
    gemini.close();
  }

  @Test
  void aTemplateIsUploadedOnceAndNamedFromThenOn() throws Exception {
    GeminiImageProvider provider = gemini.provider();
    for (int call = 0; call < 3; call++) {
      assertImage(provider.process(aCall().build()));
    }

    assertThat(uploads()).containsExactly(Files.readAllBytes(template));
    for (int call = 0; call < 3; call++) {
      JsonNode parts = parts(call);
      assertThat(parts.at("/0/inlineData/data").binaryValue())
          .as("the guest's photo is sent along")
          .isEqualTo(Files.readAllBytes(gemini.photo()));
      assertThat(parts.at("/1/fileData/fileUri").asText()).endsWith("/v1beta/files/f1");
      assertThat(parts.at("/1/fileData/mimeType").asText()).isEqualTo("image/png");
      assertThat(parts.at("/2/text").asText()).isEqualTo("as a poster");
    }
  }

  @Test
  void anotherTemplateAndAnotherKeyAreUploadedForThemselves() throws Exception {
    var keys = new ArrayList<>(List.of("a-key-for-tests", "a-key-for-tests", "the-other-key"));
    GeminiImageProvider provider = gemini.provider(() -> Optional.of(keys.removeFirst()));
    assertImage(provider.process(aCall().build()));
    assertImage(provider.process(aCall("another").build()));
    assertImage(provider.process(aCall().build()));

    assertThat(uploads()).hasSize(3);
  }

  @Test
  void manyCallsAtOnceUploadATemplateOnce() throws Exception {
    var gate = new CountDownLatch(1);
    gemini.fake().files().waitFor(gate);
    GeminiImageProvider provider = gemini.provider();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<ProviderOutcome> call = () -> provider.process(aCall().build());
      List<Future<ProviderOutcome>> calls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        calls.add(threads.submit(call));
      }
      gate.countDown();
      for (Future<ProviderOutcome> outcome : calls) {
        assertImage(outcome.get());
      }
    }

    assertThat(uploads()).hasSize(1);
    assertThat(gemini.fake().calls()).hasSize(8);
  }

  @Test
  void aTemplateIsUploadedAgainAnHourBeforeItExpires() throws Exception {
    gemini.fake().files().expireAt(NOW.plus(Duration.ofDays(2)));
    GeminiImageProvider provider = gemini.provider();
    gemini.setClock(NOW);
    assertImage(provider.process(aCall().build()));
    gemini.setClock(NOW.plus(Duration.ofHours(47)).minusSeconds(1));
    assertImage(provider.process(aCall().build()));
    assertThat(uploads()).hasSize(1);

    gemini.setClock(NOW.plus(Duration.ofHours(47)));
    gemini.fake().files().expireAt(NOW.plus(Duration.ofHours(95)));
    assertImage(provider.process(aCall().build()));
    assertThat(uploads()).hasSize(2);
    assertThat(parts(2).at("/1/fileData/fileUri").asText()).endsWith("/files/f2");
  }

  @Test
  void aTemplateThatTheServiceHasLostIsUploadedAgainWithinTheCall() throws Exception {
    GeminiImageProvider provider = gemini.provider();
    assertImage(provider.process(aCall().build()));
    gemini.fake().files().vanish();

    assertImage(provider.process(aCall().build()));

    assertThat(uploads()).hasSize(2);
    assertThat(gemini.fake().calls()).hasSize(3);
  }

  @Test
  void aKeyThatIsRefusedIsNotTakenForALostTemplate() throws Exception {
    gemini.fake().answers(aResponse().withStatus(403).withBody("{}"));

    JobFailure failure = failureOf(gemini.provider().process(aCall().build()));

    assertThat(failure.kind()).isEqualTo(FailureKind.KEY_REJECTED);
    assertThat(gemini.fake().calls()).hasSize(1);
  }

  @Test
  void whatCanNotBeUploadedIsSentAlongAndLeftAloneForAMinute() throws Exception {
    gemini.fake().files().refuse(aResponse().withStatus(429));
    GeminiImageProvider provider = gemini.provider();
    gemini.setClock(NOW);
    assertImage(provider.process(aCall().build()));
    assertImage(provider.process(aCall().build()));

    assertThat(parts(1).at("/1/inlineData/data").binaryValue())
        .isEqualTo(Files.readAllBytes(template));
    assertThat(starts()).isEqualTo(1);
    gemini.setClock(NOW.plusSeconds(60));
    assertImage(provider.process(aCall().build()));
    assertThat(starts()).isEqualTo(2);
  }

  @Test
  void uploadsOfTemplatesCanBeSwitchedOff() throws Exception {
    GeminiImageProvider provider = gemini.provider(Map.of("upload_templates", "false"));
    assertImage(provider.process(aCall().build()));

    assertThat(parts(0).at("/1").has("inlineData")).isTrue();
    assertThat(starts()).isZero();
  }

  @Test
  void waitsUntilTheServiceCanUseTheImage() throws Exception {
    gemini.fake().files().process(3, "ACTIVE");

    assertImage(gemini.provider().process(aCall().build()));

    assertThat(gemini.pauses()).hasSize(3).containsOnly(Duration.ofMillis(500));
    assertThat(parts(0).at("/1").has("fileData")).isTrue();
  }

  @Test
  void aRequestBeyondTheLimitIsMadeShorterByItsLargestImages() throws Exception {
    Path large = folder.resolve("large.png");
    PhotoFacts facts = TestPhotos.noise(large, 700, 500);
    assertThat(Files.size(large)).isGreaterThan(1_000_000);
    var parameters = Map.of("inline_limit_mb", "1", "upload_templates", "false");

    assertImage(gemini.provider(parameters).process(aCall(large, facts).build()));

    assertThat(uploads()).containsExactly(Files.readAllBytes(large));
    assertThat(parts(0).at("/0").has("fileData")).isTrue();
    assertThat(parts(0).at("/1").has("inlineData")).isTrue();
  }

  @Test
  void anImageThatTheServiceCanNotUseEndsTheCallInWords() throws Exception {
    gemini.fake().files().process(2, "FAILED");

    JobFailure failure = tooLong();

    assertThat(failure.kind()).isEqualTo(FailureKind.REQUEST_REJECTED);
    assertThat(failure.reason()).isEqualTo("FILE_FAILED");
    assertThat(failure.detail()).contains("Broken image.");
  }

  @Test
  void anImageThatIsNotTakenInInTimeEndsTheCall() throws Exception {
    gemini.fake().files().process(Integer.MAX_VALUE, "ACTIVE");

    JobFailure failure = tooLong(Duration.ofSeconds(1));

    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.reason()).isIn("FILE_PROCESSING", "TIMEOUT");
  }

  @Test
  void anUploadThatIsRefusedEndsTheCallWithItsReason() throws Exception {
    gemini
        .fake()
        .files()
        .refuse(FakeGemini.error(429, "RESOURCE_EXHAUSTED", "Quota file_storage_bytes."));

    JobFailure failure = tooLong();

    assertThat(failure.kind()).isEqualTo(FailureKind.RATE_LIMITED);
    assertThat(failure.detail()).contains("file_storage_bytes");
  }

  @Test
  void anUploadWithoutAnAddressEndsTheCall() throws Exception {
    for (String address : new String[] {"", "/somewhere", "ftp://host/x", "http://%%"}) {
      gemini.fake().files().refuse(aResponse().withHeader("X-Goog-Upload-URL", address));

      assertThat(tooLong().kind()).isEqualTo(FailureKind.UNUSABLE_ANSWER);
    }
  }

  @Test
  void theAddressOfAnUploadIsToldToNobody() throws Exception {
    gemini
        .fake()
        .files()
        .refuse(
            aResponse()
                .withHeader("X-Goog-Upload-URL", "http://127.0.0.1:1/upload?upload_id=a-secret"));

    assertThat(tooLong().detail()).contains("127.0.0.1").doesNotContain("a-secret");
  }

  private JobFailure tooLong() throws Exception {
    return tooLong(Duration.ofSeconds(40));
  }

  /// The end of a call whose photo is beyond the limit.
  private JobFailure tooLong(Duration timeLeft) throws Exception {
    Path large = folder.resolve("large.png");
    PhotoFacts facts = TestPhotos.noise(large, 700, 500);
    var parameters = Map.of("inline_limit_mb", "1", "upload_templates", "false");
    var call =
        CallFixture.aCall(drafts).withModel(GeminiFixture.MODEL).withGuestPhoto(large, facts);
    JobFailure failure =
        failureOf(gemini.provider(parameters).process(call.withTimeLeft(timeLeft).build()));
    assertThat(gemini.fake().calls()).isEmpty();
    return failure;
  }

  private CallFixture aCall() {
    return aCall("the-template");
  }

  private CallFixture aCall(String media) {
    return gemini
        .aCall(drafts)
        .withSlotImage("base_media_id", template, templateFacts)
        .withSettings(Map.of("prompt", "as a poster", "base_media_id", media));
  }

  private CallFixture aCall(Path photo, PhotoFacts facts) {
    return CallFixture.aCall(drafts)
        .withModel(GeminiFixture.MODEL)
        .withGuestPhoto(photo, facts)
        .withSlotImage("base_media_id", template, templateFacts)
        .withSettings(Map.of("prompt", "as a poster", "base_media_id", "the-template"));
  }

  private List<byte[]> uploads() {
    return gemini.fake().files().uploads();
  }

  private long starts() {
    return gemini.fake().server().getAllServeEvents().stream()
        .filter(event -> event.getRequest().getUrl().equals("/upload/v1beta/files"))
        .count();
  }

  private JsonNode parts(int call) {
    return gemini.fake().body(gemini.fake().calls().get(call)).at("/contents/0/parts");
  }

  private static void assertImage(ProviderOutcome outcome) throws IOException {
    assertThat(outcome).isInstanceOf(ProviderOutcome.Image.class);
    try (var image = ((ProviderOutcome.Image) outcome).image();
        var in = image.file().open()) {
      assertThat(in.readAllBytes()).isEqualTo("r".getBytes(UTF_8));
    }
  }

  private static JobFailure failureOf(ProviderOutcome outcome) {
    assertThat(outcome).isInstanceOf(ProviderOutcome.Failed.class);
    return ((ProviderOutcome.Failed) outcome).failure();
  }
}
