package dev.photobridge.adapter.provider.pixels;

/// Pixels as numbers, `0xAARRGGBB`, each part 0 to 255.
public final class Argb {
  /// The bits of alpha; what makes a pixel opaque.
  public static final int OPAQUE = 0xff000000;

  private Argb() {}

  /// A pixel of these parts, which must lie within 0 to 255.
  public static int of(int alpha, int red, int green, int blue) {
    return (alpha << 24) | (red << 16) | (green << 8) | blue;
  }

  /// An opaque pixel of these parts, which must lie within 0 to 255.
  public static int opaque(int red, int green, int blue) {
    return of(255, red, green, blue);
  }

  /// 0 for transparent, 255 for opaque.
  public static int alpha(int pixel) {
    return pixel >>> 24;
  }

  /// The part of red.
  public static int red(int pixel) {
    return (pixel >> 16) & 0xff;
  }

  /// The part of green.
  public static int green(int pixel) {
    return (pixel >> 8) & 0xff;
  }

  /// The part of blue.
  public static int blue(int pixel) {
    return pixel & 0xff;
  }

  /// The nearest value that a part can have.
  public static int level(int value) {
    return Math.clamp(value, 0, 255);
  }
}
