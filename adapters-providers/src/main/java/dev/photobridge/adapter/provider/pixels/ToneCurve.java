package dev.photobridge.adapter.provider.pixels;

/// How the levels of a picture stand for light. Colours are mixed right only as amounts of light:
/// the mean of black and white is the level 188 of sRGB, not 128 (IEC 61966-2-1).
public final class ToneCurve {
  /// The largest amount; fine enough that every level of 8 bits is told from the next.
  public static final int FULL = 65535;

  /// From levels of sRGB to amounts of light.
  public static final ToneCurve LIGHT = new ToneCurve(/* linear= */ false);

  /// Levels as they are, only finer.
  public static final ToneCurve PLAIN = new ToneCurve(/* linear= */ true);

  private final char[] amounts = new char[256];
  private final byte[] levels = new byte[FULL + 1];

  private ToneCurve(boolean linear) {
    for (int level = 0; level < amounts.length; level++) {
      double encoded = level / 255.0;
      amounts[level] = (char) Math.round(FULL * (linear ? encoded : light(encoded)));
    }
    for (int amount = 0; amount <= FULL; amount++) {
      double part = (double) amount / FULL;
      levels[amount] = (byte) Math.round(255 * (linear ? part : encoded(part)));
    }
  }

  /// The amount that a level of 0 to 255 stands for, 0 to [#FULL].
  public int amount(int level) {
    return amounts[level];
  }

  /// The level that is nearest to an amount; amounts beyond the range count as its end.
  public int level(int amount) {
    return levels[Math.clamp(amount, 0, FULL)] & 0xff;
  }

  /// The amount of light, 0 to 1, of a value of sRGB from 0 to 1.
  public static double light(double encoded) {
    return encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
  }

  /// The value of sRGB, 0 to 1, of an amount of light from 0 to 1.
  public static double encoded(double light) {
    return light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
  }
}
