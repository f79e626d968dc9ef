package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.local.look.Curves;
import dev.photobridge.adapter.provider.local.look.Luma;
import dev.photobridge.adapter.provider.pixels.Argb;
import dev.photobridge.adapter.provider.pixels.Bitmap;
import dev.photobridge.adapter.provider.pixels.ToneCurve;

/// Replaces a background of one colour. How near a pixel is to the screen behind it is measured in
/// the plane of colours, not by brightness: 0 for the screen's colour and stronger ones of its hue,
/// 1 for gray, more for other hues. What is much darker than the screen counts as foreground, too:
/// cameras keep colours at half the resolution, so that fine hair has more of the screen's colour
/// than of its brightness. What the screen lends to edges is taken off, and both sides are mixed as
/// light. Without state, for use by many threads.
final class ChromaKey {
  private static final ToneCurve LIGHT = ToneCurve.LIGHT;

  /// Steps of the plane in which the screen is 1 and gray is 0, from -1 to 3 and from -2 to 2.
  private static final int STEPS = 512;

  private static final float STEP = STEPS / 4f;

  /// Colours nearer to gray than this, in steps of 8 bits, can't be told from gray.
  private static final double LEAST_COLOUR = 24;

  /// From the first distance on a little of the screen's shine may stay, from the second on as much
  /// as does not show: yellow and fair hair would lose their colour otherwise.
  private static final double SPILL_FROM = 0.8;

  private static final double SPILL_TO = 1.4;

  private final int key;
  private final Spill spill;

  /// By the two parts of a colour over the screen's, 0 to 1.
  private final float[] opacities = new float[STEPS * STEPS];

  /// How much shine may stay, likewise.
  private final float[] shines = new float[STEPS * STEPS];

  /// Opacities of what has so many 256ths of the screen's brightness.
  private final float[] darkOpacities = new float[256];

  /// @param key the colour of the screen, `0xRRGGBB`; see [#isDistinct]
  /// @param tolerance up to which distance a pixel is background
  /// @param softness over which further distance it turns into foreground
  /// @param spill how much of the screen's shine on the guests is taken off, 0 to 1
  ChromaKey(int key, double tolerance, double softness, double spill) {
    this.key = key;
    this.spill = Spill.of(key, spill);
    for (int i = 0; i < opacities.length; i++) {
      int row = i / STEPS;
      int column = i % STEPS;
      double distance = distance((row + 0.5) / STEP - 1, (column + 0.5) / STEP - 2);
      opacities[i] = (float) Curves.smoothStep(tolerance, tolerance + softness, distance);
      shines[i] = (float) Curves.smoothStep(SPILL_FROM, SPILL_TO, distance);
    }
    for (int i = 0; i < darkOpacities.length; i++) {
      double distance = 1 - i / 256.0;
      darkOpacities[i] = (float) Curves.smoothStep(tolerance, tolerance + softness, distance);
    }
  }

  /// Whether a colour is strong enough to be told from gray.
  static boolean isDistinct(int colour) {
    return Math.hypot(Luma.cb(colour) - Luma.NEUTRAL, Luma.cr(colour) - Luma.NEUTRAL)
        >= LEAST_COLOUR;
  }

  /// Puts a background behind a picture, in place.
  ///
  /// @param picture opaque
  /// @param background of the same size, opaque
  void replace(Bitmap picture, Bitmap background) {
    ScreenPlate plate = new ScreenMeasuring(picture, key).plate();
    int width = picture.size().width();
    float[] screen = new float[width * ScreenPlate.PARTS];
    float[] own = new float[3];
    for (int y = 0; y < picture.size().height(); y++) {
      plate.read(y, screen);
      for (int x = 0, at = y * width; x < width; x++, at++) {
        int pixel = picture.argb()[at];
        int colour = colour(pixel, screen, x * ScreenPlate.PARTS);
        float opacity = Math.max(opacities[colour], darkOpacities[dark(pixel, screen, x)]);
        if (opacity == 0) {
          picture.argb()[at] = background.argb()[at];
        } else {
          takeOut(pixel, screen, x * ScreenPlate.PARTS, opacity, own);
          spill.limit(own, shines[colour]);
          picture.argb()[at] = over(background.argb()[at], own, opacity);
        }
      }
    }
  }

  /// The place of a pixel's colour over the screen's.
  private static int colour(int pixel, float[] screen, int at) {
    float cb = Luma.cb(pixel) - Luma.NEUTRAL;
    float cr = Luma.cr(pixel) - Luma.NEUTRAL;
    float along = cb * screen[at + 3] - cr * screen[at + 4];
    float across = cb * screen[at + 4] + cr * screen[at + 3];
    int row = Math.clamp((int) ((along + 1) * STEP), 0, STEPS - 1);
    int column = Math.clamp((int) ((across + 2) * STEP), 0, STEPS - 1);
    return row * STEPS + column;
  }

  /// How many 256ths of the screen's brightness a pixel has.
  private static int dark(int pixel, float[] screen, int x) {
    return Math.min(255, (int) (256 * Luma.y(pixel) * screen[x * ScreenPlate.PARTS + 5]));
  }

  /// What is left of a pixel's light once the share of the screen is taken out of it, so that no
  /// rim of that stays.
  private static void takeOut(int pixel, float[] screen, int at, float opacity, float[] own) {
    float share = 1 - opacity;
    float most = opacity * ToneCurve.FULL;
    own[0] = Math.clamp(LIGHT.amount(Argb.red(pixel)) - screen[at] * share, 0, most);
    own[1] = Math.clamp(LIGHT.amount(Argb.green(pixel)) - screen[at + 1] * share, 0, most);
    own[2] = Math.clamp(LIGHT.amount(Argb.blue(pixel)) - screen[at + 2] * share, 0, most);
  }

  private static int over(int background, float[] own, float opacity) {
    float rest = 1 - opacity;
    return Argb.opaque(
        LIGHT.level(Math.round(own[0] + LIGHT.amount(Argb.red(background)) * rest)),
        LIGHT.level(Math.round(own[1] + LIGHT.amount(Argb.green(background)) * rest)),
        LIGHT.level(Math.round(own[2] + LIGHT.amount(Argb.blue(background)) * rest)));
  }

  private static double distance(double along, double across) {
    double scale = along > 1 ? 1 / along : 1;
    return Math.hypot(along * scale - 1, across * scale);
  }
}
