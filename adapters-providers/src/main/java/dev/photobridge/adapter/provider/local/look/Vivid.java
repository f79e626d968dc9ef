package dev.photobridge.adapter.provider.local.look;

import dev.photobridge.adapter.provider.pixels.Argb;
import dev.photobridge.adapter.provider.pixels.Bitmap;

/// A lively look: a little more contrast, and more colour where there is little of it; what is
/// colourful already and what may be skin gets less.
final class Vivid implements Look {
  private static final double CONTRAST = 0.22;
  private static final double GAIN = 0.55;

  /// The least gain, for what is colourful already.
  private static final double BASE_GAIN = 0.12;

  /// How much of the gain skin is spared.
  private static final double SKIN_SPARED = 0.8;

  /// Distance from gray, in steps of 8 bits, at which a colour counts as full.
  private static final double FULL_COLOUR = 90;

  /// Where skin of every shade lies in the plane of colours, and how far it spreads.
  private static final double SKIN_CB = -18;

  private static final double SKIN_CR = 24;
  private static final double SKIN_CORE = 10;
  private static final double SKIN_EDGE = 30;

  private static final int LEVELS = 256;
  private static final int UNIT = 256;

  private final int[] brightness = new int[LEVELS];

  /// The factor for colours by [Luma#cb] and [Luma#cr], in units of 1/256.
  private final int[] gains = new int[LEVELS * LEVELS];

  /// @param strength 0 for none to 1 for all of it
  Vivid(double strength) {
    for (int y = 0; y < LEVELS; y++) {
      brightness[y] = (int) Math.round(255 * Curves.contrast(y / 255.0, CONTRAST * strength));
    }
    for (int i = 0; i < gains.length; i++) {
      double gain = 1 + strength * gain(i / LEVELS - Luma.NEUTRAL, i % LEVELS - Luma.NEUTRAL);
      gains[i] = (int) Math.round(UNIT * gain);
    }
  }

  @Override
  public void apply(Bitmap picture) {
    int[] argb = picture.argb();
    for (int i = 0; i < argb.length; i++) {
      int pixel = argb[i];
      int y = Luma.y(pixel);
      int bright = brightness[y];
      int gain = gains[Luma.cb(pixel) * LEVELS + Luma.cr(pixel)];
      argb[i] =
          Argb.of(
              Argb.alpha(pixel),
              level(bright, gain, Argb.red(pixel) - y),
              level(bright, gain, Argb.green(pixel) - y),
              level(bright, gain, Argb.blue(pixel) - y));
    }
  }

  private static int level(int bright, int gain, int difference) {
    return Argb.level(bright + ((difference * gain + UNIT / 2) >> 8));
  }

  private static double gain(int cb, int cr) {
    double paleness = 1 - Curves.smoothStep(0, FULL_COLOUR, Math.hypot(cb, cr));
    double fromSkin = Math.hypot(cb - SKIN_CB, cr - SKIN_CR);
    double skin = 1 - Curves.smoothStep(SKIN_CORE, SKIN_EDGE, fromSkin);
    return (BASE_GAIN + (GAIN - BASE_GAIN) * paleness) * (1 - SKIN_SPARED * skin);
  }
}
