package dev.photobridge.adapter.provider.pixels;

import java.awt.color.ColorSpace;

/// Gray with a curve of its own, such as that of printing ink.
final class ProfiledGray implements EmbeddedColours {
  private static final float[] PROBES = {0.2f, 0.5f, 0.8f};

  /// A step of 8 bits.
  private static final float VISIBLE = 1f / 255;

  private final int[] levels = new int[256];

  ProfiledGray(ColorSpace colours) {
    for (int level = 0; level < levels.length; level++) {
      levels[level] = Math.round(255 * srgb(colours, level / 255f));
    }
  }

  static boolean differsFromSrgb(ColorSpace colours) {
    for (float probe : PROBES) {
      if (Math.abs(srgb(colours, probe) - probe) > VISIBLE) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void toSrgb(int[] argb) {
    for (int i = 0; i < argb.length; i++) {
      int level = levels[Argb.green(argb[i])];
      argb[i] = Argb.of(Argb.alpha(argb[i]), level, level, level);
    }
  }

  private static float srgb(ColorSpace colours, float gray) {
    return colours.toRGB(new float[] {gray})[1];
  }
}
