package dev.photobridge.adapter.provider.local;

import static dev.photobridge.adapter.provider.local.LocalCalls.aCall;
import static dev.photobridge.adapter.provider.testing.PhotoFiles.guest;
import static dev.photobridge.adapter.provider.testing.PhotoFiles.slotImage;
import static dev.photobridge.adapter.provider.testing.PhotoFiles.stored;
import static dev.photobridge.adapter.provider.testing.Pixels.assertNear;
import static dev.photobridge.adapter.provider.testing.Pixels.at;
import static dev.photobridge.adapter.provider.testing.Pixels.decoded;
import static dev.photobridge.adapter.provider.testing.Pixels.drawn;
import static dev.photobridge.adapter.provider.testing.Pixels.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.adapter.provider.pixels.Argb;
import dev.photobridge.adapter.provider.pixels.Bitmap;
import dev.photobridge.adapter.provider.pixels.DecodePermits;
import dev.photobridge.adapter.provider.pixels.PixelReader;
import dev.photobridge.adapter.provider.testing.DraftFolder;
import dev.photobridge.adapter.provider.testing.PhotoFiles;
import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PixelSize;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.MediaPart;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.testing.PhotoFixtures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalImageProviderTest {
  private static final String OVERLAY = "overlay_media_id";
  private static final String BACKGROUND = "base_media_id";
  private static final int GREEN = 0xff00b140;
  private static final int RED = 0xffc81e1e;
  private static final int SEA = 0xff3060c0;

  @TempDir Path folder;

  private final LocalImageProvider provider = provider(30_000_000);
  private DraftFolder drafts = new DraftFolder(Path.of(""));

  @BeforeEach
  void begin() {
    drafts = new DraftFolder(folder);
  }

  @Test
  void isTheProviderLocal() {
    assertThat(provider.id()).isEqualTo(new ProviderId("local"));
  }

  @Test
  void makesAPhotoBlackAndWhiteAtNoCost() throws Exception {
    ProviderOutcome outcome =
        provider.process(
            aCall(
                "change_image",
                Map.of("effect", "black_and_white"),
                drafts,
                guest(stored("synthetic/IMG_0003.JPG"))));

    assertThat(outcome).isInstanceOf(ProviderOutcome.Image.class);
    assertThat(((ProviderOutcome.Image) outcome).cost()).isEqualTo(Cost.ZERO);
    Bitmap gray = decoded(((ProviderOutcome.Image) outcome).image().file());
    for (int pixel : gray.argb()) {
      assertNear(pixel, Argb.green(pixel), Argb.green(pixel), Argb.green(pixel), 1);
    }
  }

  @ParameterizedTest
  @CsvSource({"sepia", "vivid"})
  void appliesTheEffectToAnUprightPhotoAndLeavesItsMetadata(String effect) throws Exception {
    Bitmap plain = decoded(stored("real/orientation-6.jpg"));

    ProviderOutcome.Image result =
        changed(Map.of("effect", effect), guest(stored("real/orientation-6.jpg")));

    Bitmap changed = decoded(result.image().file());
    assertThat(changed.size()).isEqualTo(new PixelSize(1800, 1200));
    assertThat(at(changed, 400, 100)).isNotEqualTo(at(plain, 400, 100));
    try (var in = result.image().file().open()) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "synthetic/IMG_0003.JPG,            , , JPEG, 900x500",
    "synthetic/IMG_0003.JPG,         png, , PNG, 900x500",
    "synthetic/IMG_0003.JPG,            , 450, JPEG, 450x250",
    "synthetic/IMG_0003.JPG,        webp, 600, WEBP, 600x333",
    "synthetic/lossless-alpha.webp,     , , PNG, 900x600",
    "synthetic/lossless-alpha.webp, jpeg, 600, JPEG, 600x400",
    "real/animated-squares-cc0.webp,    , , PNG, 80x80",
    "real/denali-canon7d.webp,          , , JPEG, 600x315",
    "synthetic/rgb-16bit.png,           , , JPEG, 640x360",
  })
  void returnsTheFormThatTheSlotAsksFor(
      String photo, @Nullable String format, @Nullable Integer maxSide, MediaType type, String size)
      throws Exception {
    var output = new HashMap<String, Object>();
    output.put("quality", 80);
    if (format != null) {
      output.put("format", format);
    }
    if (maxSide != null) {
      output.put("max_side_px", maxSide);
    }
    var settings = Map.of("effect", "sepia", "output", output);

    ProviderOutcome.Image result = changed(settings, guest(stored(photo)));

    PhotoFacts facts = PhotoFiles.facts(result.image().file());
    assertThat(facts.type()).isEqualTo(type);
    assertThat(facts.storedSize()).hasToString(size);
    assertThat(aCall("change_image", settings, drafts).settings().output().isMetBy(facts)).isTrue();
  }

  @Test
  void laysAFrameOverTheMiddleOfThePhoto() throws Exception {
    CallPhoto frame = slotImage(OVERLAY, stored("synthetic/frame-overlay-alpha.png"));
    CallPhoto photo = guest(stripes(400, 900));

    Bitmap result = combined(Map.of("output", Map.of("format", "png")), photo, frame);

    assertThat(result.size()).isEqualTo(new PixelSize(1800, 1200));
    assertThat(result.isOpaque()).isTrue();
    assertThat(at(result, 32, 32))
        .isEqualTo(at(decoded(stored("synthetic/frame-overlay-alpha.png")), 32, 32));
    assertNear(at(result, 900, 600), Argb.red(RED), Argb.green(RED), Argb.blue(RED), 0);
    assertNear(at(result, 900, 300), Argb.red(RED), Argb.green(RED), Argb.blue(RED), 0);
  }

  @Test
  void stretchesTheFrameToThePhotoWhereAsked() throws Exception {
    CallPhoto frame = slotImage(OVERLAY, stored("synthetic/frame-overlay-alpha.png"));
    CallPhoto photo = guest(stripes(400, 900));

    Bitmap result =
        combined(Map.of("fit", "photo", "output", Map.of("format", "png")), photo, frame);

    assertThat(result.size()).isEqualTo(new PixelSize(400, 900));
    assertNear(at(result, 7, 24), 0x1b, 0x23, 0x40, 0);
    assertNear(at(result, 200, 450), Argb.red(RED), Argb.green(RED), Argb.blue(RED), 0);
    assertNear(at(result, 200, 200), Argb.red(SEA), Argb.green(SEA), Argb.blue(SEA), 0);
  }

  @Test
  void putsTheGuestBeforeABackground() throws Exception {
    CallPhoto background = slotImage(BACKGROUND, flat("sea.png", 300, 300, SEA));

    Bitmap result = replaced(Map.of("output", Map.of("format", "png")), guest(disc()), background);

    assertThat(result.size()).isEqualTo(new PixelSize(400, 300));
    assertNear(at(result, 10, 10), Argb.red(SEA), Argb.green(SEA), Argb.blue(SEA), 4);
    assertNear(at(result, 200, 150), Argb.red(RED), Argb.green(RED), Argb.blue(RED), 4);
    assertThat(result.argb()).doesNotContain(GREEN);
    for (int pixel : result.argb()) {
      assertThat(Argb.green(pixel))
          .as("%08x", pixel)
          .isLessThanOrEqualTo(Math.max(Argb.red(pixel), Argb.blue(pixel)));
    }
  }

  @Test
  void framesTheGuestBeforeABackground() throws Exception {
    CallPhoto background = slotImage(BACKGROUND, flat("sea.png", 300, 300, SEA));
    CallPhoto frame = slotImage(OVERLAY, stored("synthetic/frame-overlay-alpha.png"));

    Bitmap result =
        combined(
            Map.of("output", Map.of("format", "png", "max_side_px", 900)),
            guest(disc()),
            background,
            frame);

    assertThat(result.size()).isEqualTo(new PixelSize(900, 600));
    assertNear(at(result, 16, 16), 0x1b, 0x23, 0x40, 0);
    assertNear(at(result, 450, 300), Argb.red(RED), Argb.green(RED), Argb.blue(RED), 0);
    assertNear(at(result, 200, 300), Argb.red(SEA), Argb.green(SEA), Argb.blue(SEA), 0);
  }

  @Test
  void keepsTheGuestWhoStandsBeforeAScreenOfAnotherColour() throws Exception {
    CallPhoto background = slotImage(BACKGROUND, flat("sea.png", 300, 300, SEA));

    Bitmap result = replaced(Map.of("key_color", "#0000FF"), guest(disc()), background);

    assertThat(Argb.green(at(result, 10, 10))).isGreaterThan(100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "change_image | effect | blur | effect must be one of black_and_white, sepia, vivid,"
            + " warm_film, cool, faded, noir, glow, duotone, poster",
        "change_image | strength | half | effect must be one of black_and_white, sepia, vivid,"
            + " warm_film, cool, faded, noir, glow, duotone, poster; strength must be a number from"
            + " 0 to 1",
        "combine_images | fit | both | fit must be one of overlay, photo; overlay_media_id is"
            + " missing",
        "replace_background | key_color | green | key_color must be a colour such as #00b140;"
            + " base_media_id is missing",
        "replace_background | key_color | #808080 | key_color is too near to gray; base_media_id is"
            + " missing",
        "collage | gap | 11 | gap must be a whole number from 0 to 10",
        "collage | stamp_position | left | stamp_position must be one of top_left, top_center,"
            + " top_right, center, bottom_left, bottom_center, bottom_right",
        "sing | volume | 11 | local does not know the operation sing",
      })
  void saysAllThatIsWrongWithTheSettings(
      String operation, String setting, String value, String complaint) throws Exception {
    JobFailure failure =
        failure(operation, Map.of(setting, value), guest(stored("synthetic/IMG_0003.JPG")));

    assertThat(failure.kind()).isEqualTo(FailureKind.REQUEST_REJECTED);
    assertThat(failure.detail()).isEqualTo(complaint);
    assertThat(drafts.left()).isZero();
  }

  @Test
  void refusesNumbersAndFormsOutOfRange() throws Exception {
    CallPhoto photo = guest(stored("synthetic/IMG_0003.JPG"));

    assertThat(failure("change_image", Map.of("effect", "sepia", "strength", 1.5), photo).detail())
        .isEqualTo("strength must be a number from 0 to 1");
    assertThat(
            failure(
                    "change_image",
                    Map.of("effect", "sepia", "output", Map.of("format", "heic")),
                    photo)
                .detail())
        .isEqualTo("output.format must be jpeg, png or webp");
    assertThat(failure("change_image", Map.of("effect", "sepia")).detail())
        .isEqualTo("the operation's media_parts name no guest photo");
  }

  @Test
  void saysSoWhenThePhotoCannotBeDecoded() throws Exception {
    PhotoFacts facts = PhotoFixtures.aPhoto().withType(MediaType.WEBP).build();
    var broken =
        new CallPhoto(
            new MediaPart.GuestPhoto("photo"), facts, stored("hostile/webp-truncated.webp"));

    JobFailure failure = failure("change_image", Map.of("effect", "sepia"), broken);

    assertThat(failure.kind()).isEqualTo(FailureKind.PHOTO_UNUSABLE);
    assertThat(failure.reason()).isEqualTo("PHOTO_UNDECODABLE");
  }

  @Test
  void tellsABrokenSlotImageFromABrokenPhoto() throws Exception {
    PhotoFacts facts = PhotoFixtures.aPhoto().withType(MediaType.PNG).withSize(16, 16).build();
    var broken =
        new CallPhoto(
            new MediaPart.SlotImage(OVERLAY, true), facts, stored("hostile/png-bad-crc.png"));

    JobFailure failure =
        failure("combine_images", Map.of(), guest(stored("synthetic/IMG_0003.JPG")), broken);

    assertThat(failure.kind()).isEqualTo(FailureKind.REQUEST_REJECTED);
    assertThat(failure.reason()).isEqualTo("OVERLAY_MEDIA_ID_UNDECODABLE");
  }

  @Test
  void refusesResultsThatDoNotFitIntoMemory() throws Exception {
    PhotoFacts huge = PhotoFixtures.aPhoto().withSize(8000, 8000).build();
    var photo =
        new CallPhoto(new MediaPart.GuestPhoto("photo"), huge, stored("synthetic/IMG_0003.JPG"));

    JobFailure failure = failure("change_image", Map.of("effect", "sepia"), photo);

    assertThat(failure.kind()).isEqualTo(FailureKind.PHOTO_UNUSABLE);
    assertThat(failure.reason()).isEqualTo("TOO_LARGE");
  }

  @ParameterizedTest
  @CsvSource({"450000, true", "449999, false"})
  void needsNoMoreThanThePhotosOwnPixelsForNewColours(long limit, boolean enough) throws Exception {
    var call =
        aCall(
            "change_image",
            Map.of("effect", "sepia"),
            drafts,
            guest(stored("synthetic/IMG_0003.JPG")));

    assertThat(provider(limit).process(call))
        .isInstanceOf(enough ? ProviderOutcome.Image.class : ProviderOutcome.Failed.class);
  }

  /// The guest in the result's size, and the background decoded, as it is and scaled.
  @ParameterizedTest
  @CsvSource({"420000, true", "419999, false"})
  void countsEveryLayerThatIsHeld(long limit, boolean enough) throws Exception {
    var call =
        aCall(
            "replace_background",
            Map.of(),
            drafts,
            guest(disc()),
            slotImage(BACKGROUND, flat("sea.png", 300, 300, SEA)));

    assertThat(provider(limit).process(call))
        .isInstanceOf(enough ? ProviderOutcome.Image.class : ProviderOutcome.Failed.class);
  }

  @Test
  void stopsWhenInterrupted() throws Exception {
    CallPhoto photo = guest(stored("synthetic/IMG_0003.JPG"));
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () -> provider.process(aCall("change_image", Map.of("effect", "sepia"), drafts, photo)))
        .isInstanceOf(InterruptedException.class);
    assertThat(drafts.left()).isZero();
  }

  private static LocalImageProvider provider(long maxWeight) {
    return new LocalImageProvider(new PixelReader(maxWeight), new DecodePermits(15_000_000, 2));
  }

  private ProviderOutcome.Image changed(Map<String, ?> settings, CallPhoto photo) throws Exception {
    return image("change_image", settings, photo);
  }

  private Bitmap combined(Map<String, ?> settings, CallPhoto... photos) throws Exception {
    return decoded(image("combine_images", settings, photos).image().file());
  }

  private Bitmap replaced(Map<String, ?> settings, CallPhoto... photos) throws Exception {
    return decoded(image("replace_background", settings, photos).image().file());
  }

  private ProviderOutcome.Image image(
      String operation, Map<String, ?> settings, CallPhoto... photos) throws Exception {
    ProviderOutcome outcome = provider.process(aCall(operation, settings, drafts, photos));
    assertThat(outcome).isInstanceOf(ProviderOutcome.Image.class);
    return (ProviderOutcome.Image) outcome;
  }

  private JobFailure failure(String operation, Map<String, ?> settings, CallPhoto... photos)
      throws Exception {
    ProviderOutcome outcome = provider.process(aCall(operation, settings, drafts, photos));
    assertThat(outcome).isInstanceOf(ProviderOutcome.Failed.class);
    return ((ProviderOutcome.Failed) outcome).failure();
  }

  /// Red across the middle third, blue above and below.
  private StoredFile stripes(int width, int height) throws Exception {
    return png(
        folder.resolve("stripes.png"),
        drawn(width, height, (x, y) -> y < height / 3 || y >= height * 2 / 3 ? SEA : RED));
  }

  private StoredFile flat(String name, int width, int height, int pixel) throws Exception {
    return png(folder.resolve(name), drawn(width, height, (x, y) -> pixel));
  }

  /// A red disc with a soft edge before a green screen.
  private StoredFile disc() throws Exception {
    return png(
        folder.resolve("disc.png"),
        drawn(
            400,
            300,
            (x, y) -> {
              double inside = Math.clamp(101 - Math.hypot(x - 200, y - 150), 0, 1);
              return Argb.opaque(
                  (int) (Argb.red(RED) * inside + Argb.red(GREEN) * (1 - inside)),
                  (int) (Argb.green(RED) * inside + Argb.green(GREEN) * (1 - inside)),
                  (int) (Argb.blue(RED) * inside + Argb.blue(GREEN) * (1 - inside)));
            }));
  }
}
