package dev.photobridge.adapter.provider.local.look;

import dev.photobridge.adapter.provider.pixels.Argb;
import dev.photobridge.adapter.provider.pixels.ToneCurve;

/// A colour of three parts, each 0 to 1: values of sRGB or amounts of light, as is said where it is
/// used.
record Rgb(double red, double green, double blue) {
  /// The values of sRGB of a pixel.
  static Rgb of(int pixel) {
    return new Rgb(Argb.red(pixel) / 255.0, Argb.green(pixel) / 255.0, Argb.blue(pixel) / 255.0);
  }

  /// The amounts of light for these values of sRGB.
  Rgb light() {
    return new Rgb(ToneCurve.light(red), ToneCurve.light(green), ToneCurve.light(blue));
  }

  /// The values of sRGB for these amounts of light.
  Rgb encoded() {
    return new Rgb(ToneCurve.encoded(red), ToneCurve.encoded(green), ToneCurve.encoded(blue));
  }

  /// Each part times a factor.
  Rgb times(double reds, double greens, double blues) {
    return new Rgb(red * reds, green * greens, blue * blues);
  }

  /// On the way to another colour.
  ///
  /// @param part 0 for this one to 1 for the other one
  Rgb towards(Rgb other, double part) {
    return new Rgb(
        red + (other.red - red) * part,
        green + (other.green - green) * part,
        blue + (other.blue - blue) * part);
  }

  /// The nearest opaque pixel to these values of sRGB.
  int pixel() {
    return Argb.opaque(level(red), level(green), level(blue));
  }

  private static int level(double value) {
    return Argb.level((int) Math.round(255 * value));
  }
}
