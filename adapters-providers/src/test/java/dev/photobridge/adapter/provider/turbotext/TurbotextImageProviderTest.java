package dev.photobridge.adapter.provider.turbotext;

import static dev.photobridge.adapter.provider.turbotext.FakeTurbotext.json;
import static dev.photobridge.adapter.provider.turbotext.TurbotextFixture.WEBHOOK;
import static dev.photobridge.adapter.provider.turbotext.TurbotextFixture.built;
import static dev.photobridge.adapter.provider.turbotext.TurbotextFixture.failureOf;
import static dev.photobridge.adapter.provider.turbotext.TurbotextFixture.parametersOf;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.adapter.provider.testing.PhotoFiles;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PixelSize;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is sent for each operation of the shipped catalogue.
class TurbotextImageProviderTest {
  @TempDir private Path folder;
  private TurbotextFixture turbotext;

  @BeforeEach
  void start() throws Exception {
    turbotext = new TurbotextFixture(folder);
    turbotext.fake().creates(json("{'success':true,'asyncid':4711}"));
  }

  @AfterEach
  void stop() throws Exception {
    turbotext.fake().assertRequestsFollowTheContract();
    turbotext.close();
    assertThat(turbotext.drafts().left()).isZero();
  }

  private static void assertAccepted(ProviderOutcome outcome) {
    assertThat(outcome).isInstanceOf(ProviderOutcome.Deferred.class);
  }

  /// The photo behind a link of the form.
  private byte[] sharedAt(Map<String, String> form, String field) {
    return turbotext.shared().getOrDefault(form.getOrDefault(field, ""), new byte[0]);
  }

  @Test
  void styleTransferChangesTheGuestsPhotoAndTakesTheStyleFromTheOther() throws Exception {
    assertAccepted(turbotext.process(turbotext.aCallWith("reference_media_id", "style_transfer")));

    Map<String, String> form = turbotext.fake().created("mix_images");
    assertThat(form)
        .containsOnlyKeys("do", "content", "url_image_target", "url", "webhook")
        .containsEntry("content", "as a poster")
        .containsEntry("webhook", WEBHOOK);
    assertThat(sharedAt(form, "url_image_target")).isEqualTo(turbotext.photo());
    assertThat(sharedAt(form, "url")).isEqualTo(turbotext.template());
  }

  @ParameterizedTest
  @CsvSource({"guest_to_template,url_image_target,url", "template_to_guest,url,url_image_target"})
  void faceSwapPutsTheFaceWhereTheDirectionSays(String direction, String guest, String template)
      throws Exception {
    var settings = Map.of("direction", direction, "face_restore", true);
    assertAccepted(
        turbotext.process(
            turbotext.aCallWith("template_media_id", "face_swap").withSettings(settings)));

    Map<String, String> form = turbotext.fake().created("deepfake_photo");
    assertThat(form)
        .containsOnlyKeys("do", "url", "url_image_target", "face_restore", "webhook")
        .containsEntry("face_restore", "True");
    assertThat(sharedAt(form, guest)).as("the guest").isEqualTo(turbotext.photo());
    assertThat(sharedAt(form, template)).as("the template").isEqualTo(turbotext.template());
  }

  @Test
  void changeImageSendsTheSettingsThatTheSlotHas() throws Exception {
    var settings = new HashMap<String, Object>();
    settings.put("prompt", "сделай & комикс=100%");
    settings.put("strength", 40);
    settings.put("seed", 10_000_000_000L);
    settings.put("guidance_scale", 7.5);
    settings.put("negative_prompt", " размытие ");
    settings.put("original_language", "ru");
    settings.put("user_id", 1);
    assertAccepted(turbotext.process(turbotext.aCall("change_image").withSettings(settings)));

    Map<String, String> form = turbotext.fake().created("generate_image2image");
    assertThat(sharedAt(form, "url")).isEqualTo(turbotext.photo());
    form.remove("url");
    assertThat(form)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "do", "create_queue",
                "content", "сделай & комикс=100%",
                "strength", "40",
                "seed", "10000000000",
                "scale", "7.5",
                "negative_prompt", "размытие",
                "original_language", "ru",
                "user_id", "1",
                "webhook", WEBHOOK));
  }

  @Test
  void changeImageSendsNothingThatTheSlotDoesNotSet() throws Exception {
    assertAccepted(turbotext.process(turbotext.aCall("change_image")));

    assertThat(turbotext.fake().created("generate_image2image"))
        .containsOnlyKeys("do", "content", "url", "webhook");
  }

  @Test
  void theMethodThatReplacesObjectsIsNotKnownAndHasToBeSet() throws Exception {
    JobFailure failure = failureOf(turbotext.process(turbotext.aCall("replace_object")));

    assertThat(failure.kind()).isEqualTo(FailureKind.REQUEST_REJECTED);
    assertThat(failure.reason()).isEqualTo("METHOD_NOT_SET");
    assertThat(failure.detail())
        .contains("photobridge check")
        .contains("operations.replace_object.provider_overrides.turbotext.method");
    assertThat(turbotext.fake().posts()).isEmpty();
    assertThat(turbotext.shared()).isEmpty();
  }

  @Test
  void replaceObjectIsSentOnceItsMethodIsSet() throws Exception {
    Map<String, String> parameters = parametersOf("replace_object");
    parameters.put("method", "swap_things");
    var settings = Map.of("object", "бокал", "replacement", "букет роз");
    assertAccepted(
        turbotext.process(turbotext.aCall("replace_object", parameters).withSettings(settings)));

    assertThat(turbotext.fake().created("swap_things"))
        .containsOnlyKeys("do", "content", "url_image_target", "webhook")
        .containsEntry("content", "Замени на фото: бокал. На это: букет роз.");
  }

  @Test
  void photosAreSharedUprightScaledAndWithoutMetadata() throws Exception {
    var photo = PhotoFiles.stored("hostile/exif-markup.jpg");
    assertThat(TurbotextFixture.bytes(photo)).asString(ISO_8859_1).contains("<script>");
    var call =
        turbotext
            .aCall("change_image")
            .withPhoto(PhotoFiles.slotImage("reference_media_id", photo));
    var withField = parametersOf("change_image");
    withField.put("field.reference_media_id", "url_image_target");
    var outcome =
        turbotext
            .provider(Map.of("max_input_side_px", "10"))
            .process(built(call.withParameters(withField), WEBHOOK));

    assertAccepted(outcome);
    for (byte[] shared : turbotext.shared().values()) {
      assertThat(shared).asString(ISO_8859_1).doesNotContain("<script>");
      var image = ImageIO.read(new ByteArrayInputStream(shared));
      assertThat(Math.max(image.getWidth(), image.getHeight())).isLessThanOrEqualTo(10);
    }
    // one image too many for this method
    turbotext.close();
    turbotext = new TurbotextFixture(Files.createDirectories(folder.resolve("other")));
  }

  @Test
  void withoutWebhooksTheResultIsAskedFor() throws Exception {
    turbotext.fake().creates(json("{'success':true,'queueid':'12'}"));
    var outcome =
        turbotext
            .provider(Map.of("webhook", "false", "poll_after_sec", "1.5"))
            .process(built(turbotext.aCall("change_image"), WEBHOOK));

    assertThat(turbotext.fake().created("generate_image2image")).doesNotContainKey("webhook");
    var deferred = (ProviderOutcome.Deferred) outcome;
    assertThat(deferred.call().id()).isEqualTo("queue:generate_image2image:12");
    assertThat(deferred.checkAfter()).hasMillis(1_500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080/webhooks/1/x",
        "http://192.168.1.7/webhooks/1/x",
        "http://booth/webhooks/1/x"
      })
  void aServerThatNobodyCanReachSharesNothing(String callback) throws Exception {
    var outcome =
        turbotext
            .provider(Map.of("own_network", "false"))
            .process(built(turbotext.aCall("change_image"), callback));

    JobFailure failure = failureOf(outcome);
    assertThat(failure.kind()).isEqualTo(FailureKind.REQUEST_REJECTED);
    assertThat(failure.reason()).isEqualTo("NO_PUBLIC_ADDRESS");
    assertThat(failure.detail()).contains("PUBLIC_BASE_URL");
    assertThat(turbotext.fake().posts()).isEmpty();
    assertThat(turbotext.shared()).isEmpty();
  }

  @Test
  void aServerWithAPublicAddressMayShare() throws Exception {
    assertAccepted(
        turbotext
            .provider(Map.of("own_network", "false"))
            .process(built(turbotext.aCall("change_image"), WEBHOOK)));
  }

  @Test
  void withoutAKeyNothingIsSent() throws Exception {
    var provider = turbotext.provider(Map.of(), Optional.empty(), turbotext.fake().address());

    JobFailure failure =
        failureOf(provider.process(built(turbotext.aCall("change_image"), WEBHOOK)));

    assertThat(failure.kind()).isEqualTo(FailureKind.KEY_REJECTED);
    assertThat(failure.detail()).contains("TURBOTEXT_API_KEY");
    assertThat(turbotext.fake().posts()).isEmpty();
  }

  @Test
  void anImageWithoutAFieldIsTheCataloguesFault() throws Exception {
    var call = turbotext.aCallWith("reference_media_id", "change_image");

    JobFailure failure = failureOf(turbotext.process(call));

    assertThat(failure.reason()).isEqualTo("FIELD_NOT_SET");
    assertThat(failure.detail()).contains("field.reference_media_id");
    assertThat(turbotext.fake().posts()).isEmpty();
  }

  @Test
  void aPhotoThatCanNotBePreparedIsNotSent() throws Exception {
    Path broken = Files.write(folder.resolve("broken.jpg"), new byte[500]);
    var facts =
        new PhotoFacts(
            MediaType.JPEG, new PixelSize(30, 20), Orientation.UPRIGHT, false, new ByteSize(500));
    var call = turbotext.aCall("change_image").withGuestPhoto(broken, facts);
    var parameters = parametersOf("change_image");
    parameters.put("field.photo", "url_image_target");

    JobFailure failure = failureOf(turbotext.process(call.withParameters(parameters)));

    assertThat(failure.kind()).isEqualTo(FailureKind.PHOTO_UNUSABLE);
    assertThat(turbotext.fake().posts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "poll_after_sec,soon",
    "webhook,maybe",
    "max_input_side_px,0",
    "error.limit,NO_SUCH_KIND",
    "own_network,1"
  })
  void aParameterThatCanNotBeReadIsNamed(String name, String value) {
    assertThatThrownBy(() -> TurbotextParameters.of(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }
}
