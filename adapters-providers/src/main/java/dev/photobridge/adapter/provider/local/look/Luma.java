package dev.photobridge.adapter.provider.local.look;

import dev.photobridge.adapter.provider.pixels.Argb;

/// Brightness and colour apart, as JPEG has them (ITU-R BT.601, full range).
public final class Luma {
  /// Where both differences are for a gray pixel.
  public static final int NEUTRAL = 128;

  private Luma() {}

  /// Brightness, 0 to 255.
  public static int y(int pixel) {
    return (77 * Argb.red(pixel) + 150 * Argb.green(pixel) + 29 * Argb.blue(pixel) + 128) >> 8;
  }

  /// The difference of blue from brightness, 0 to 255.
  public static int cb(int pixel) {
    int cb = -43 * Argb.red(pixel) - 85 * Argb.green(pixel) + 128 * Argb.blue(pixel);
    return Argb.level(NEUTRAL + ((cb + 128) >> 8));
  }

  /// The difference of red from brightness, 0 to 255.
  public static int cr(int pixel) {
    int cr = 128 * Argb.red(pixel) - 107 * Argb.green(pixel) - 21 * Argb.blue(pixel);
    return Argb.level(NEUTRAL + ((cr + 128) >> 8));
  }
}
