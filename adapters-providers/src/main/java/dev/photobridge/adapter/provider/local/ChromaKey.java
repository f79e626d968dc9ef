package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.pixels.Argb;

/// Replaces a background of one colour. How near a pixel is to that colour is measured in the plane
/// of colours, not by brightness: 0 for the key colour and stronger ones of its hue, 1 for gray,
/// more for other hues. Without state, for use by many threads.
final class ChromaKey {
  private static final int LEVELS = 256;

  /// Colours nearer to gray than this, in steps of 8 bits, can't be told from gray.
  private static final double LEAST_COLOUR = 24;

  private final int key;
  private final int keyCb;
  private final int keyCr;
  private final byte[] opacities = new byte[LEVELS * LEVELS];

  /// @param key the colour of the background, `0xRRGGBB`; see [#isDistinct]
  /// @param tolerance up to which distance a pixel is background
  /// @param softness over which further distance it turns into foreground
  ChromaKey(int key, double tolerance, double softness) {
    this.key = key;
    this.keyCb = Luma.cb(key) - Luma.NEUTRAL;
    this.keyCr = Luma.cr(key) - Luma.NEUTRAL;
    for (int i = 0; i < opacities.length; i++) {
      double distance = distance(i / LEVELS - Luma.NEUTRAL, i % LEVELS - Luma.NEUTRAL);
      double opacity = Curves.smoothStep(tolerance, tolerance + softness, distance);
      opacities[i] = (byte) Math.round(255 * opacity);
    }
  }

  /// Whether a colour is strong enough to be told from gray.
  static boolean isDistinct(int colour) {
    return Math.hypot(Luma.cb(colour) - Luma.NEUTRAL, Luma.cr(colour) - Luma.NEUTRAL)
        >= LEAST_COLOUR;
  }

  /// Puts a background behind a picture, in place, and takes the key colour's shine off what stays.
  ///
  /// @param picture opaque pixels
  /// @param background as many opaque pixels
  void replace(int[] picture, int[] background) {
    for (int i = 0; i < picture.length; i++) {
      int pixel = picture[i];
      int opacity = opacities[Luma.cb(pixel) * LEVELS + Luma.cr(pixel)] & 0xff;
      picture[i] = opacity == 0 ? background[i] : over(background[i], pixel, opacity);
    }
  }

  /// The share of the key colour is taken out of a half-transparent pixel, so that no rim of it
  /// stays.
  private int over(int background, int pixel, int opacity) {
    int shine = 255 - opacity;
    int red = own(Argb.red(pixel), Argb.red(key) * shine, opacity);
    int green = own(Argb.green(pixel), Argb.green(key) * shine, opacity);
    int blue = own(Argb.blue(pixel), Argb.blue(key) * shine, opacity);
    int cleaned = withoutSpill(red, green, blue);
    return Argb.opaque(
        Argb.red(cleaned) + (Argb.red(background) * shine + 127) / 255,
        Argb.green(cleaned) + (Argb.green(background) * shine + 127) / 255,
        Argb.blue(cleaned) + (Argb.blue(background) * shine + 127) / 255);
  }

  private static int own(int level, int shineOfKey, int opacity) {
    return Math.clamp(level - shineOfKey / 255, 0, opacity);
  }

  /// No pixel that stays may have more of the key's strongest part than of the others.
  private int withoutSpill(int red, int green, int blue) {
    int keyRed = Argb.red(key);
    int keyGreen = Argb.green(key);
    int keyBlue = Argb.blue(key);
    if (keyGreen > keyRed && keyGreen > keyBlue) {
      return Argb.opaque(red, Math.min(green, Math.max(red, blue)), blue);
    }
    if (keyBlue > keyRed && keyBlue > keyGreen) {
      return Argb.opaque(red, green, Math.min(blue, Math.max(red, green)));
    }
    if (keyRed > keyGreen && keyRed > keyBlue) {
      return Argb.opaque(Math.min(red, Math.max(green, blue)), green, blue);
    }
    return Argb.opaque(red, green, blue);
  }

  private double distance(int cb, int cr) {
    double strength = Math.hypot(keyCb, keyCr);
    double along = (cb * keyCb + cr * keyCr) / strength;
    double scale = along > strength ? strength / along : 1;
    return Math.hypot(cb * scale - keyCb, cr * scale - keyCr) / strength;
  }
}
