package dev.photobridge.adapter.provider.local;

import static dev.photobridge.adapter.provider.testing.Pixels.assertNear;
import static dev.photobridge.adapter.provider.testing.Pixels.at;
import static dev.photobridge.adapter.provider.testing.Pixels.drawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.photobridge.adapter.provider.pixels.Argb;
import dev.photobridge.adapter.provider.pixels.Bitmap;
import dev.photobridge.adapter.provider.pixels.ToneCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChromaKeyTest {
  private static final int GREEN = 0xff00b140;
  private static final int SEA = 0xff3060c0;
  private static final ChromaKey KEY = new ChromaKey(0x00b140, 0.35, 0.4, 1);

  @ParameterizedTest
  @ValueSource(ints = {GREEN, 0xff00c850, 0xff10a045, 0xff009838, 0xff20d060, 0xff08ff58})
  void replacesTheKeyColourInDifferentLight(int screen) {
    assertThat(replaced(screen, SEA)).isEqualTo(SEA);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0xffc81e1e,
        0xffe0ac8c,
        0xff8d5b3c,
        0xffffffff,
        0xff808080,
        0xff000000,
        0xff2040c0,
        0xfff0d020,
        0xffdcbe78
      })
  void keepsWhatIsOfAnotherColour(int subject) {
    int kept = replaced(subject, SEA);

    assertNear(kept, Argb.red(subject), Argb.green(subject), Argb.blue(subject), 6);
  }

  @Test
  void fadesFromOneToTheOther() {
    int last = -1;
    for (int part = 0; part <= 20; part++) {
      int red = Argb.red(replaced(mixed(GREEN, 0xffc81e1e, part / 20.0), 0xff000000));
      assertThat(red).as("%d of 20", part).isGreaterThanOrEqualTo(last);
      last = red;
    }
    assertThat(last).isEqualTo(0xc8);
  }

  @ParameterizedTest
  @ValueSource(ints = {0xffc81e1e, 0xffe0ac8c, 0xffffffff, 0xff808080, 0xff101010, 0xff2040c0})
  void leavesNoGreenRim(int subject) {
    for (int part = 0; part <= 20; part++) {
      int pixel = replaced(mixed(GREEN, subject, part / 20.0), 0xff404040);

      assertThat(Argb.green(pixel))
          .as("%d of 20: %08x", part, pixel)
          .isLessThanOrEqualTo(Math.max(Argb.red(pixel), Argb.blue(pixel)) + 2);
    }
  }

  @Test
  void leavesNoTraceOfTheScreenInDarkHair() {
    for (int part = 0; part <= 20; part++) {
      int pixel = replaced(mixed(GREEN, 0xff000000, part / 20.0), 0xff000000);

      assertNear(pixel, 0, 0, 0, 20);
    }
  }

  @Test
  void makesNoHardEdge() {
    int last = 255;
    for (int part = 0; part <= 40; part++) {
      int red = Argb.red(replaced(mixed(GREEN, 0xff000000, part / 40.0), 0xffffffff));
      assertThat(last - red).as("step %d of 40", part).isBetween(0, 40);
      last = red;
    }
    assertThat(last).isZero();
  }

  @Test
  void takesGreenShineOffWhite() {
    int shirt = replaced(0xffc8e6cd, SEA);

    assertNear(shirt, 0xc8, 0xca, 0xcd, 4);
  }

  @Test
  void worksWithBlueAndRedScreens() {
    assertThat(new ChromaKeyRun(0x0040d0).of(0xff0040d0)).isEqualTo(SEA);
    assertThat(new ChromaKeyRun(0x0040d0).of(0xffe0ac8c)).isEqualTo(0xffe0ac8c);
    assertThat(Argb.blue(new ChromaKeyRun(0x0040d0).of(0xffc8cde6))).isLessThan(0xd2);
    assertThat(new ChromaKeyRun(0xd01020).of(0xffd01020)).isEqualTo(SEA);
    assertThat(new ChromaKeyRun(0xd01020).of(0xff2040c0)).isEqualTo(0xff2040c0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00b140, 0x1040c0, 0xc81428, 0xd020c0})
  void evensOutAScreenInUnevenLight(int key) {
    Bitmap picture = drawn(320, 200, (x, y) -> inLight(key, 1.1 - 0.75 * Math.hypot(x, y) / 377));

    replaceBySea(new ChromaKey(key, 0.2, 0.2, 1), picture);

    assertThat(picture.argb()).containsOnly(SEA);
  }

  @Test
  void findsTheScreensOwnShadeOfTheKeyColour() {
    Bitmap picture = drawn(120, 80, (x, y) -> x > 40 && x < 80 && y > 30 ? 0xffe0ac8c : 0xff4a8a5c);

    replaceBySea(new ChromaKey(0x00b140, 0.2, 0.2, 1), picture);

    assertThat(at(picture, 10, 10)).isEqualTo(SEA);
    assertThat(at(picture, 110, 70)).isEqualTo(SEA);
    assertNear(at(picture, 60, 60), 0xe0, 0xac, 0x8c, 2);
  }

  @Test
  void keepsDarkStrandsThatHaveTheScreensColourOnly() {
    int strand = inLight(0x00b140, 0.02);

    assertNear(one(KEY, GREEN, strand, 0xffe0e0e0), 0, 16, 6, 24);
    assertThat(one(KEY, GREEN, inLight(0x00b140, 0.75), SEA)).isEqualTo(SEA);
  }

  @Test
  void takesAsMuchShineOffAsIsAskedFor() {
    int shirt = 0xffc8f0cd;
    int all = Argb.green(one(new ChromaKey(0x00b140, 0.2, 0.2, 1), GREEN, shirt, SEA));
    int half = Argb.green(one(new ChromaKey(0x00b140, 0.2, 0.2, 0.5), GREEN, shirt, SEA));
    int none = Argb.green(one(new ChromaKey(0x00b140, 0.2, 0.2, 0), GREEN, shirt, SEA));

    assertThat(none).isEqualTo(0xf0);
    assertThat(half).isBetween(0xda, 0xe2);
    assertThat(all).isBetween(0xc8, 0xd0);
  }

  @Test
  void mixesEdgesAsLight() {
    Bitmap picture = drawn(41, 41, (x, y) -> x == 20 && y == 20 ? 0xff5c7a64 : GREEN);
    new ChromaKey(0x00b140, 0.35, 0.8, 1).replace(picture, drawn(41, 41, (x, y) -> 0xffffffff));
    int onWhite = at(picture, 20, 20);
    picture = drawn(41, 41, (x, y) -> x == 20 && y == 20 ? 0xff5c7a64 : GREEN);
    new ChromaKey(0x00b140, 0.35, 0.8, 1).replace(picture, drawn(41, 41, (x, y) -> 0xff000000));
    int onBlack = at(picture, 20, 20);

    double rest = ToneCurve.light(red(onWhite)) - ToneCurve.light(red(onBlack));
    assertThat(rest).as("the same share of light in every part").isBetween(0.02, 0.9);
    assertThat(ToneCurve.light(blue(onWhite)) - ToneCurve.light(blue(onBlack)))
        .isCloseTo(rest, within(0.015));
  }

  @Test
  void takesMoreForBackgroundTheMoreItTolerates() {
    int olive = 0xff607840;

    assertThat(one(new ChromaKey(0x00b140, 0.1, 0.1, 1), GREEN, olive, SEA)).isNotEqualTo(SEA);
    assertThat(one(new ChromaKey(0x00b140, 0.9, 0.1, 1), GREEN, olive, SEA)).isEqualTo(SEA);
  }

  @Test
  void knowsColoursThatCannotBeTold() {
    assertThat(ChromaKey.isDistinct(0x00b140)).isTrue();
    assertThat(ChromaKey.isDistinct(0x0000ff)).isTrue();
    assertThat(ChromaKey.isDistinct(0x808080)).isFalse();
    assertThat(ChromaKey.isDistinct(0x7c8880)).isFalse();
  }

  private static void replaceBySea(ChromaKey key, Bitmap picture) {
    int width = picture.size().width();
    key.replace(picture, drawn(width, picture.size().height(), (x, y) -> SEA));
  }

  /// A colour in more or less light.
  private static int inLight(int colour, double light) {
    ToneCurve curve = ToneCurve.LIGHT;
    return Argb.opaque(
        curve.level((int) (curve.amount(Argb.red(colour)) * light)),
        curve.level((int) (curve.amount(Argb.green(colour)) * light)),
        curve.level((int) (curve.amount(Argb.blue(colour)) * light)));
  }

  private static double red(int pixel) {
    return Argb.red(pixel) / 255.0;
  }

  private static double blue(int pixel) {
    return Argb.blue(pixel) / 255.0;
  }

  private record ChromaKeyRun(int key) {
    int of(int pixel) {
      return one(new ChromaKey(key, 0.35, 0.4, 1), Argb.OPAQUE | key, pixel, SEA);
    }
  }

  private static int replaced(int pixel, int background) {
    return one(KEY, GREEN, pixel, background);
  }

  /// The pixel amid a screen of the key's colour.
  private static int one(ChromaKey key, int screen, int pixel, int background) {
    Bitmap picture = drawn(41, 41, (x, y) -> x == 20 && y == 20 ? pixel : screen);
    key.replace(picture, drawn(41, 41, (x, y) -> background));
    return at(picture, 20, 20);
  }

  private static int mixed(int from, int to, double part) {
    return Argb.opaque(
        (int) Math.round(Argb.red(from) + (Argb.red(to) - Argb.red(from)) * part),
        (int) Math.round(Argb.green(from) + (Argb.green(to) - Argb.green(from)) * part),
        (int) Math.round(Argb.blue(from) + (Argb.blue(to) - Argb.blue(from)) * part));
  }
}
