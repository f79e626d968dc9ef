package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.pixels.Argb;

/// Replaces a background of one colour. How near a pixel is to that colour is measured in the plane
/// of colours, not by brightness: 0 for the key colour and stronger ones of its hue, 1 for gray,
/// more for other hues. Without state, for use by many threads.
final class ChromaKey {
  private enum Part {
    RED,
    GREEN,
    BLUE
  }

  private static final int LEVELS = 256;

  /// Colours nearer to gray than this, in steps of 8 bits, can't be told from gray.
  private static final double LEAST_COLOUR = 24;

  /// From the first distance on a little of the key's shine may stay, from the second on as much as
  /// does not show: yellow and fair hair would lose their colour otherwise.
  private static final double SPILL_FROM = 0.8;

  private static final double SPILL_TO = 1.4;

  private final int key;
  private final Part strongest;
  private final int keyCb;
  private final int keyCr;

  /// By [Luma#cb] and [Luma#cr], 0 to 255.
  private final byte[] opacities = new byte[LEVELS * LEVELS];

  /// How much shine may stay, likewise.
  private final byte[] shines = new byte[LEVELS * LEVELS];

  /// @param key the colour of the background, `0xRRGGBB`; see [#isDistinct]
  /// @param tolerance up to which distance a pixel is background
  /// @param softness over which further distance it turns into foreground
  ChromaKey(int key, double tolerance, double softness) {
    this.key = key;
    this.strongest = strongest(key);
    this.keyCb = Luma.cb(key) - Luma.NEUTRAL;
    this.keyCr = Luma.cr(key) - Luma.NEUTRAL;
    for (int i = 0; i < opacities.length; i++) {
      double distance = distance(i / LEVELS - Luma.NEUTRAL, i % LEVELS - Luma.NEUTRAL);
      opacities[i] = level(Curves.smoothStep(tolerance, tolerance + softness, distance));
      shines[i] = level(Curves.smoothStep(SPILL_FROM, SPILL_TO, distance));
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
      int colour = Luma.cb(pixel) * LEVELS + Luma.cr(pixel);
      int opacity = opacities[colour] & 0xff;
      picture[i] =
          opacity == 0
              ? background[i]
              : over(background[i], own(pixel, opacity, shines[colour] & 0xff), opacity);
    }
  }

  /// What is left of a pixel once the share of the key colour is taken out of it, so that no rim of
  /// that stays; multiplied by its opacity.
  private int own(int pixel, int opacity, int shine) {
    int keyShare = 255 - opacity;
    int red = Math.clamp(Argb.red(pixel) - Argb.red(key) * keyShare / 255, 0, opacity);
    int green = Math.clamp(Argb.green(pixel) - Argb.green(key) * keyShare / 255, 0, opacity);
    int blue = Math.clamp(Argb.blue(pixel) - Argb.blue(key) * keyShare / 255, 0, opacity);
    return switch (strongest) {
      case RED -> Argb.opaque(limited(red, green, blue, shine), green, blue);
      case GREEN -> Argb.opaque(red, limited(green, red, blue, shine), blue);
      case BLUE -> Argb.opaque(red, green, limited(blue, red, green, shine));
    };
  }

  private static int limited(int part, int other, int another, int shine) {
    int middle = (other + another) / 2;
    return Math.min(part, middle + (Math.max(other, another) - middle) * shine / 255);
  }

  private static int over(int background, int own, int opacity) {
    int rest = 255 - opacity;
    return Argb.opaque(
        Argb.red(own) + (Argb.red(background) * rest + 127) / 255,
        Argb.green(own) + (Argb.green(background) * rest + 127) / 255,
        Argb.blue(own) + (Argb.blue(background) * rest + 127) / 255);
  }

  private static byte level(double part) {
    return (byte) Math.round(255 * part);
  }

  private static Part strongest(int colour) {
    int red = Argb.red(colour);
    int green = Argb.green(colour);
    int blue = Argb.blue(colour);
    if (green >= red && green >= blue) {
      return Part.GREEN;
    }
    return blue >= red ? Part.BLUE : Part.RED;
  }

  private double distance(int cb, int cr) {
    double strength = Math.hypot(keyCb, keyCr);
    double along = (cb * keyCb + cr * keyCr) / strength;
    double scale = along > strength ? strength / along : 1;
    return Math.hypot(cb * scale - keyCb, cr * scale - keyCr) / strength;
  }
}
