package dev.photobridge.adapter.provider.local.look;

/// A colour as the eye orders it: lightness, and its way from gray towards red and yellow (Oklab,
/// Björn Ottosson, 2020). Mixtures of two of them look like mixtures.
///
/// @param lightness 0 for black to 1 for white
/// @param a red against green
/// @param b yellow against blue
record Oklab(double lightness, double a, double b) {
  /// The place of these amounts of light.
  static Oklab of(Rgb light) {
    double r = light.red();
    double g = light.green();
    double b = light.blue();
    double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return new Oklab(
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
  }

  /// The amounts of light, which may lie beyond what a screen can show.
  Rgb light() {
    double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return new Rgb(
        4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
        -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
        -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
  }

  /// The same colour, paler or stronger.
  Oklab saturated(double factor) {
    return new Oklab(lightness, a * factor, b * factor);
  }

  /// On the way to another colour.
  Oklab towards(Oklab other, double part) {
    return new Oklab(
        lightness + (other.lightness - lightness) * part,
        a + (other.a - a) * part,
        b + (other.b - b) * part);
  }

  private static double cube(double x) {
    return x * x * x;
  }
}
