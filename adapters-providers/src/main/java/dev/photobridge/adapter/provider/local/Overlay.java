package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.pixels.Argb;

/// Lays a picture with transparent parts over another one.
final class Overlay {
  private Overlay() {}

  /// Draws on the picture in place.
  ///
  /// @param overlay any pixels
  /// @param picture as many opaque pixels
  static void lay(int[] overlay, int[] picture) {
    for (int i = 0; i < picture.length; i++) {
      int top = overlay[i];
      int alpha = Argb.alpha(top);
      if (alpha == 255) {
        picture[i] = top;
      } else if (alpha > 0) {
        picture[i] = mixed(top, alpha, picture[i]);
      }
    }
  }

  private static int mixed(int top, int alpha, int bottom) {
    return Argb.opaque(
        level(Argb.red(top), alpha, Argb.red(bottom)),
        level(Argb.green(top), alpha, Argb.green(bottom)),
        level(Argb.blue(top), alpha, Argb.blue(bottom)));
  }

  private static int level(int top, int alpha, int bottom) {
    return (top * alpha + bottom * (255 - alpha) + 127) / 255;
  }
}
