package dev.photobridge.adapter.provider.local.look;

import static dev.photobridge.adapter.provider.testing.Pixels.assertNear;
import static dev.photobridge.adapter.provider.testing.Pixels.at;
import static dev.photobridge.adapter.provider.testing.Pixels.decoded;
import static dev.photobridge.adapter.provider.testing.Pixels.difference;
import static dev.photobridge.adapter.provider.testing.Pixels.drawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.provider.pixels.Argb;
import dev.photobridge.adapter.provider.pixels.Bitmap;
import dev.photobridge.adapter.provider.testing.PhotoFiles;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class LookNameTest {
  private static final int GRAY = 0xff808080;
  private static final int SKIN = 0xffe0ac8c;

  @ParameterizedTest
  @EnumSource
  void changesAPhoto(LookName name) throws Exception {
    Bitmap photo = photo();

    assertThat(difference(looked(name, 1, copy(photo)), photo)).isGreaterThan(3);
  }

  @ParameterizedTest
  @EnumSource
  void changesNothingAtNoStrength(LookName name) throws Exception {
    Bitmap photo = photo();

    assertThat(looked(name, 0, copy(photo)).argb()).isEqualTo(photo.argb());
  }

  @ParameterizedTest
  @EnumSource
  void goesAPartOfTheWayAtHalfStrength(LookName name) throws Exception {
    Bitmap photo = photo();
    double whole = difference(looked(name, 1, copy(photo)), photo);

    assertThat(difference(looked(name, 0.5, copy(photo)), photo))
        .isBetween(0.3 * whole, 0.75 * whole);
  }

  @ParameterizedTest
  @EnumSource
  void leavesAlphaAlone(LookName name) throws Exception {
    Bitmap half = drawn(30, 20, (x, y) -> Argb.of(8 * x, 200, 100, 10 * y));

    Bitmap looked = looked(name, 1, half);

    for (int x = 0; x < 30; x++) {
      assertThat(Argb.alpha(at(looked, x, 10))).isEqualTo(8 * x);
    }
  }

  /// A poster has borders on purpose, and grain is not smooth.
  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"POSTER", "NOIR"})
  void makesNoStepsInASmoothShade(LookName name) throws Exception {
    Bitmap shade = looked(name, 1, drawn(256, 3, (x, y) -> Argb.opaque(x, x, x)));

    for (int x = 1; x < 256; x++) {
      int one = at(shade, x - 1, 1);
      int next = at(shade, x, 1);
      assertThat(Argb.red(next) - Argb.red(one)).as("%s at %d", name, x).isBetween(0, 4);
      assertThat(Argb.green(next) - Argb.green(one)).as("%s at %d", name, x).isBetween(0, 4);
      assertThat(Argb.blue(next) - Argb.blue(one)).as("%s at %d", name, x).isBetween(0, 4);
    }
  }

  @Test
  void warmsAndCools() throws Exception {
    assertThat(warmth(LookName.WARM_FILM, GRAY)).isBetween(14.0, 50.0);
    assertThat(warmth(LookName.COOL, GRAY)).isBetween(-50.0, -14.0);
    assertThat(warmth(LookName.COOL, SKIN)).as("skin stays skin").isGreaterThan(20);
    assertThat(warmth(LookName.FADED, GRAY)).isBetween(-6.0, 14.0);
  }

  @Test
  void fadesBlackWhiteAndColours() throws Exception {
    assertNear(one(LookName.FADED, 0xff000000), 31, 29, 31, 3);
    assertNear(one(LookName.FADED, 0xffffffff), 240, 237, 232, 3);
    assertThat(colour(one(LookName.FADED, 0xffc03020))).isLessThan(colour(0xffc03020) * 0.75);
  }

  @Test
  void keepsFilmBlackNearBlackAndWhiteNearWhite() throws Exception {
    assertThat(Luma.y(one(LookName.WARM_FILM, 0xff000000))).isBetween(5, 20);
    assertThat(Luma.y(one(LookName.WARM_FILM, 0xffffffff))).isBetween(235, 250);
    assertThat(Luma.y(one(LookName.COOL, 0xff000000))).isLessThan(6);
    assertThat(Luma.y(one(LookName.COOL, 0xffffffff))).isGreaterThan(245);
  }

  @Test
  void makesNoirGrayAndDarkInTheCorners() throws Exception {
    Bitmap noir = looked(LookName.NOIR, 1, drawn(300, 200, (x, y) -> 0xffc0a080));

    assertThat(Arrays.stream(noir.argb()))
        .allMatch(p -> Argb.red(p) == Argb.green(p) && Argb.green(p) == Argb.blue(p));
    double middle = mean(noir, 130, 80, 40);
    assertThat(mean(noir, 0, 0, 20)).isLessThan(middle * 0.75);
    assertThat(mean(noir, 280, 180, 20)).isLessThan(middle * 0.75);
    assertThat(mean(noir, 70, 80, 20)).isGreaterThan(middle * 0.95);
  }

  @Test
  void letsBrightPartsGlow() throws Exception {
    Bitmap edge = drawn(400, 100, (x, y) -> x < 200 ? 0xff303030 : 0xffffffff);

    Bitmap glowing = looked(LookName.GLOW, 1, edge);

    assertThat(Argb.green(at(glowing, 196, 50))).isGreaterThan(0x48);
    assertThat(Argb.green(at(glowing, 100, 50))).isBetween(0x2e, 0x38);
    assertThat(Argb.green(at(glowing, 300, 50))).isGreaterThan(250);
    assertThat(Argb.green(at(glowing, 199, 50))).isLessThan(Argb.green(at(glowing, 200, 50)) - 40);
  }

  @Test
  void printsInTheTwoColoursAskedFor() throws Exception {
    Bitmap ends = drawn(2, 1, (x, y) -> x == 0 ? 0xff000000 : 0xffffffff);

    LookName.DUOTONE.of(1, new Duotone(0x102030, 0xffeedd)).apply(ends);

    assertThat(ends.argb()).containsExactly(0xff102030, 0xffffeedd);
  }

  @Test
  void printsAPosterInInksThatShareAPictureHoweverDarkItIs() throws Exception {
    Bitmap dark = looked(LookName.POSTER, 1, drawn(400, 60, (x, y) -> gray(20 + x / 4)));

    for (int ink : new int[] {0xff0b2a45, 0xffd3302f, 0xff6fa3ad}) {
      long share = Arrays.stream(dark.argb()).filter(pixel -> pixel == ink).count();
      assertThat(share).as("%08x", ink).isGreaterThan(dark.argb().length / 10);
    }
    long mixed =
        Arrays.stream(dark.argb())
            .filter(p -> p != 0xff0b2a45 && p != 0xffd3302f && p != 0xff6fa3ad && p != 0xfffbe9c0)
            .count();
    assertThat(mixed).isLessThan(dark.argb().length / 4);
  }

  @Test
  void hasTheWordsThatSettingsUse() {
    assertThat(LookName.words()).contains("black_and_white", "warm_film").doesNotHaveDuplicates();
    for (String word : LookName.words()) {
      assertThat(LookName.of(word).word()).isEqualTo(word);
    }
  }

  private static double warmth(LookName name, int pixel) throws Exception {
    int looked = one(name, pixel);
    return Argb.red(looked) - Argb.blue(looked);
  }

  private static int one(LookName name, int pixel) throws Exception {
    return at(looked(name, 1, drawn(3, 3, (x, y) -> pixel)), 1, 1);
  }

  private static Bitmap looked(LookName name, double strength, Bitmap picture) throws Exception {
    name.of(strength, Duotone.STANDARD).apply(picture);
    return picture;
  }

  private static Bitmap photo() throws Exception {
    return decoded(PhotoFiles.stored("synthetic/IMG_0003.JPG"));
  }

  private static Bitmap copy(Bitmap bitmap) {
    return Bitmap.of(bitmap.size(), bitmap.argb().clone(), bitmap.isOpaque());
  }

  private static double mean(Bitmap picture, int left, int top, int side) {
    double sum = 0;
    for (int i = 0; i < side * side; i++) {
      sum += Argb.green(at(picture, left + i % side, top + i / side));
    }
    return sum / side / side;
  }

  private static int gray(int level) {
    return Argb.opaque(level, level, level);
  }

  private static double colour(int pixel) {
    return Math.hypot(Luma.cb(pixel) - Luma.NEUTRAL, Luma.cr(pixel) - Luma.NEUTRAL);
  }
}
