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

import dev.photobridge.adapter.provider.pixels.Argb;
import dev.photobridge.adapter.provider.pixels.Bitmap;
import dev.photobridge.adapter.provider.pixels.DecodePermits;
import dev.photobridge.adapter.provider.pixels.PixelReader;
import dev.photobridge.adapter.provider.testing.DraftFolder;
import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.media.PixelSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Text, watermark and collage, and the time that they may take.
class LocalFinishTest {
  private static final int GRAY = 0xff707070;
  private static final int LOGO = 0xff20c060;

  @TempDir Path folder;

  private final LocalImageProvider provider =
      new LocalImageProvider(new PixelReader(30_000_000), new DecodePermits(15_000_000, 2));
  private DraftFolder drafts = new DraftFolder(Path.of(""));

  @BeforeEach
  void begin() {
    drafts = new DraftFolder(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "top_left, 0, 0",
    "top_center, 1, 0",
    "top_right, 2, 0",
    "center, 1, 1",
    "bottom_left, 0, 2",
    "bottom_center, 1, 2",
    "bottom_right, 2, 2",
  })
  void writesTextWhereItShallStand(String position, int column, int row) throws Exception {
    Bitmap result = finished(Map.of("stamp_text", "Ёлка 2026", "stamp_position", position));

    int[] changed = changed(result);
    for (int third = 0; third < 9; third++) {
      boolean wanted = third % 3 == column && third / 3 == row;
      assertThat(changed[third] > 100).as("third %d: %d", third, changed[third]).isEqualTo(wanted);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sans", "serif", "mono"})
  void writesInTheColourAskedForWithAShadeAround(String font) throws Exception {
    Bitmap result =
        finished(
            Map.of(
                "stamp_text", "Привет",
                "stamp_font", font,
                "stamp_color", "#ffcc00",
                "stamp_size", 20,
                "stamp_position", "center"));

    assertThat(count(result, 0xffffcc00)).isGreaterThan(1500);
    long shaded = 0;
    for (int pixel : result.argb()) {
      boolean darker = Argb.red(pixel) < 0x60 && Argb.red(pixel) == Argb.blue(pixel);
      shaded += darker ? 1 : 0;
    }
    assertThat(shaded).isGreaterThan(1500);
  }

  @Test
  void shadesDarkTextBrightly() throws Exception {
    Bitmap result = finished(Map.of("stamp_text", "Привет", "stamp_color", "#101010"));

    assertThat(Arrays.stream(result.argb())).anyMatch(pixel -> Argb.green(pixel) > 0x90);
  }

  @Test
  void growsWithTheSizeAskedFor() throws Exception {
    Bitmap small = finished(Map.of("stamp_text", "НН", "stamp_size", 5));
    Bitmap large = finished(Map.of("stamp_text", "НН", "stamp_size", 20));

    assertThat(count(large, 0xffffffff)).isGreaterThan(8 * count(small, 0xffffffff));
  }

  @Test
  void breaksLongTextIntoLinesAndMakesItSmallerUntilItFits() throws Exception {
    String text = "Очень длинное поздравление ".repeat(7);
    Bitmap result =
        finished(Map.of("stamp_text", text, "stamp_size", 20, "stamp_position", "top_left"));

    assertThat(count(result, 0xffffffff)).isGreaterThan(300);
    for (int y = 0; y < 300; y++) {
      assertThat(at(result, 0, y)).isEqualTo(GRAY);
      assertThat(at(result, 399, y)).isEqualTo(GRAY);
    }
    for (int x = 0; x < 400; x++) {
      assertThat(at(result, x, 170)).isEqualTo(GRAY);
    }
  }

  @Test
  void cutsTextThatVariablesMadeTooLong() throws Exception {
    Bitmap cut = finished(Map.of("stamp_text", "я".repeat(200) + "Ш".repeat(50)));
    Bitmap whole = finished(Map.of("stamp_text", "я".repeat(200)));

    assertThat(cut.argb()).isEqualTo(whole.argb());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\uD83D\uDE00", "\u0007\n"})
  void writesNothingWhereThereIsNothingToWrite(String text) throws Exception {
    assertThat(finished(Map.of("stamp_text", text)).argb()).containsOnly(GRAY);
  }

  @Test
  void laysAWatermarkInItsSizeAndOpacity() throws Exception {
    Bitmap result =
        finished(
            Map.of(
                "watermark_position",
                "bottom_right",
                "watermark_size",
                25,
                "watermark_opacity",
                0.5),
            logo());

    // 100 x 50 pixels, 3 % of 300 away from the edges; half of the logo is transparent
    assertNear(at(result, 400 - 9 - 2, 300 - 9 - 2), 0x48, 0x98, 0x68, 1);
    assertNear(at(result, 400 - 9 - 48, 300 - 9 - 48), 0x48, 0x98, 0x68, 1);
    assertThat(at(result, 400 - 9 - 98, 300 - 9 - 25)).isEqualTo(GRAY);
    assertThat(at(result, 400 - 8, 300 - 25)).isEqualTo(GRAY);
    assertThat(at(result, 400 - 25, 300 - 8)).isEqualTo(GRAY);
  }

  @Test
  void makesAWatermarkNoHigherThanThePicture() throws Exception {
    CallPhoto tall =
        slotImage(
            "watermark_media_id", png(folder.resolve("tall.png"), drawn(10, 90, (x, y) -> LOGO)));

    Bitmap result = finished(Map.of("watermark_size", 100, "watermark_opacity", 1), tall);

    assertThat(count(result, LOGO)).isEqualTo(300 * 33);
  }

  @Test
  void finishesEveryOperation() throws Exception {
    CallPhoto frame = slotImage("overlay_media_id", stored("synthetic/frame-overlay-alpha.png"));
    CallPhoto sea =
        slotImage(
            "base_media_id", png(folder.resolve("sea.png"), drawn(40, 30, (x, y) -> 0xff3060c0)));
    Map<String, Object> settings =
        Map.of(
            "stamp_text", "Привет",
            "watermark_position", "top_left",
            "watermark_opacity", 1,
            "stamp_color", "#ff0000",
            "stamp_size", 10);

    for (Bitmap result :
        new Bitmap[] {
          made("combine_images", settings, plain(), frame, logo()),
          made("replace_background", settings, plain(), sea, logo()),
          made("collage", settings, plain(), logo())
        }) {
      assertThat(count(result, 0xffff0000)).isGreaterThan(300);
      assertThat(count(result, LOGO)).isGreaterThan(500);
    }
  }

  @Test
  void givesTheLookToTheGuestsButNotToTheFrame() throws Exception {
    CallPhoto frame = slotImage("overlay_media_id", stored("synthetic/frame-overlay-alpha.png"));
    CallPhoto guest = guest(png(folder.resolve("red.png"), drawn(400, 300, (x, y) -> 0xffc82020)));

    Bitmap result = made("combine_images", Map.of("effect", "black_and_white"), guest, frame);

    int middle = at(result, 900, 600);
    assertThat(Argb.red(middle)).isEqualTo(Argb.blue(middle));
    assertThat(at(result, 32, 32)).isEqualTo(0xff1b2340);
  }

  @Test
  void showsThePhotoFourTimesInFourLooks() throws Exception {
    CallPhoto orange =
        guest(png(folder.resolve("orange.png"), drawn(404, 304, (x, y) -> 0xffc08040)));

    Bitmap result =
        made(
            "collage",
            Map.of(
                "effect_top_right", "black_and_white",
                "effect_bottom_left", "sepia",
                "effect_bottom_right", "vivid",
                "gap", 2,
                "gap_color", "#102030"),
            orange);

    assertThat(result.size()).isEqualTo(new PixelSize(404, 304));
    assertNear(at(result, 100, 75), 0xc0, 0x80, 0x40, 0);
    int gray = at(result, 300, 75);
    assertThat(Argb.red(gray)).isEqualTo(Argb.blue(gray)).isBetween(0x80, 0xa8);
    int brown = at(result, 100, 225);
    assertThat(Argb.red(brown) - Argb.blue(brown)).isBetween(30, 100);
    assertThat(Argb.blue(at(result, 300, 225))).isNotEqualTo(0x40);
    for (int x = 0; x < 404; x++) {
      for (int y : new int[] {0, 5, 149, 154, 298, 303}) {
        assertThat(at(result, x, y)).as("%d, %d", x, y).isEqualTo(0xff102030);
      }
    }
    for (int y = 0; y < 304; y++) {
      for (int x : new int[] {0, 5, 199, 204, 398, 403}) {
        assertThat(at(result, x, y)).as("%d, %d", x, y).isEqualTo(0xff102030);
      }
    }
    assertNear(at(result, 6, 6), 0xc0, 0x80, 0x40, 0);
    assertNear(at(result, 198, 148), 0xc0, 0x80, 0x40, 0);
  }

  @Test
  void leavesNoLineBetweenPicturesWithoutGaps() throws Exception {
    CallPhoto odd = guest(png(folder.resolve("odd.png"), drawn(201, 151, (x, y) -> GRAY)));

    Bitmap result =
        made(
            "collage",
            Map.of(
                "gap",
                0,
                "effect_top_right",
                "none",
                "effect_bottom_left",
                "none",
                "effect_bottom_right",
                "none"),
            odd);

    assertThat(result.argb()).containsOnly(GRAY);
  }

  @Test
  void stopsWhenItsTimeIsOver() throws Exception {
    ProviderOutcome outcome =
        provider.process(
            LocalCalls.aCallWithin(
                Duration.ZERO, "change_image", Map.of("effect", "sepia"), drafts, plain()));

    JobFailure failure = ((ProviderOutcome.Failed) outcome).failure();
    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.reason()).isEqualTo("TIMEOUT");
    assertThat(drafts.begun()).isZero();
  }

  /// On a gray photo of 400 x 300 pixels.
  private Bitmap finished(Map<String, ?> settings, CallPhoto... more) throws Exception {
    var photos = new CallPhoto[more.length + 1];
    photos[0] = plain();
    System.arraycopy(more, 0, photos, 1, more.length);
    var all = new HashMap<String, Object>(settings);
    all.put("effect", "sepia");
    all.put("strength", 0);
    return made("change_image", all, photos);
  }

  private Bitmap made(String operation, Map<String, ?> settings, CallPhoto... photos)
      throws Exception {
    var all = new HashMap<String, Object>(settings);
    all.put("output", Map.of("format", "png"));
    ProviderOutcome outcome = provider.process(aCall(operation, all, drafts, photos));
    assertThat(outcome).isInstanceOf(ProviderOutcome.Image.class);
    return decoded(((ProviderOutcome.Image) outcome).image().file());
  }

  private CallPhoto plain() throws Exception {
    return guest(png(folder.resolve("plain.png"), drawn(400, 300, (x, y) -> GRAY)));
  }

  /// Twice as wide as high, its left half transparent.
  private CallPhoto logo() throws Exception {
    return slotImage(
        "watermark_media_id",
        png(folder.resolve("logo.png"), drawn(200, 100, (x, y) -> x < 100 ? 0x00ffffff : LOGO)));
  }

  /// How many pixels were changed in each of nine parts.
  private static int[] changed(Bitmap result) {
    int[] changed = new int[9];
    for (int y = 0; y < 300; y++) {
      for (int x = 0; x < 400; x++) {
        changed[y / 100 * 3 + x * 3 / 400] += at(result, x, y) == GRAY ? 0 : 1;
      }
    }
    return changed;
  }

  private static long count(Bitmap result, int colour) {
    long count = 0;
    for (int pixel : result.argb()) {
      count += pixel == colour ? 1 : 0;
    }
    return count;
  }
}
