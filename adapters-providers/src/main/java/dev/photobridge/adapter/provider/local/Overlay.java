package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.pixels.Argb;
import dev.photobridge.adapter.provider.pixels.Bitmap;

/// Lays a picture with transparent parts over another one. Mixes levels of sRGB, not amounts of
/// light, since the programs that frames and logos are drawn with do so: half-transparent shadows
/// look as they did there.
final class Overlay {
  /// As opaque as it is.
  static final int FULL = 255;

  private Overlay() {}

  /// Draws on the picture in place; what sticks out of it is left out.
  ///
  /// @param overlay any pixels
  /// @param left where the overlay's left edge lies, may be negative
  /// @param top where its upper edge lies, may be negative
  /// @param opacity of the whole overlay, 0 to [#FULL]
  /// @param picture opaque pixels
  static void lay(Bitmap overlay, int left, int top, int opacity, Bitmap picture) {
    int width = overlay.size().width();
    int firstX = Math.max(0, -left);
    int endX = Math.min(width, picture.size().width() - left);
    int firstY = Math.max(0, -top);
    int endY = Math.min(overlay.size().height(), picture.size().height() - top);
    for (int y = firstY; y < endY; y++) {
      int at = (top + y) * picture.size().width() + left;
      for (int x = firstX; x < endX; x++) {
        int pixel = overlay.argb()[y * width + x];
        int alpha = (Argb.alpha(pixel) * opacity + 127) / 255;
        picture.argb()[at + x] = mixed(pixel, alpha, picture.argb()[at + x]);
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
