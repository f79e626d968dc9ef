package dev.photobridge.adapter.provider.local.look;

import dev.photobridge.adapter.provider.pixels.Argb;
import dev.photobridge.adapter.provider.pixels.Bitmap;
import dev.photobridge.adapter.provider.pixels.Scaler;
import dev.photobridge.adapter.provider.pixels.ToneCurve;
import dev.photobridge.domain.media.PixelSize;

/// A blurred picture, kept small: amounts of light, 0 to 1, that can be read for every row of the
/// picture.
final class SoftCopy {
  private final PixelSize size;
  private final PixelSize small;
  private final float[][] planes;

  private SoftCopy(PixelSize size, PixelSize small, float[][] planes) {
    this.size = size;
    this.small = small;
    this.planes = planes;
  }

  /// Blurs a picture.
  ///
  /// @param side longest side of the small copy
  /// @param radius of the blur, in pixels of the small copy
  static SoftCopy of(Bitmap picture, int side, int radius) throws InterruptedException {
    PixelSize small = picture.size().fittedInto(side);
    int[] argb = Scaler.scale(picture, small).argb();
    float[][] planes = new float[3][argb.length];
    for (int i = 0; i < argb.length; i++) {
      planes[0][i] = light(Argb.red(argb[i]));
      planes[1][i] = light(Argb.green(argb[i]));
      planes[2][i] = light(Argb.blue(argb[i]));
    }
    for (float[] plane : planes) {
      Blur.soften(plane, small, radius);
    }
    return new SoftCopy(picture.size(), small, planes);
  }

  /// How many pixels, of four bytes each, such a copy takes.
  static long weight(PixelSize size, int side) {
    return 4 * size.fittedInto(side).area();
  }

  /// Reads a row of the picture's size.
  ///
  /// @param y the row of the picture
  /// @param row three numbers a pixel
  void read(int y, float[] row) {
    float at = place(y, size.height(), small.height());
    int upper = Math.min((int) at, small.height() - 1);
    int lower = Math.min(upper + 1, small.height() - 1);
    float down = at - upper;
    for (int x = 0; x < size.width(); x++) {
      float along = place(x, size.width(), small.width());
      int left = Math.min((int) along, small.width() - 1);
      int right = Math.min(left + 1, small.width() - 1);
      for (int plane = 0; plane < 3; plane++) {
        float[] light = planes[plane];
        float above = mixed(light, upper * small.width(), left, right, along - left);
        float below = mixed(light, lower * small.width(), left, right, along - left);
        row[3 * x + plane] = above + (below - above) * down;
      }
    }
  }

  private static float mixed(float[] light, int row, int left, int right, float part) {
    return light[row + left] + (light[row + right] - light[row + left]) * part;
  }

  private static float place(int at, int whole, int part) {
    return Math.max(0, (at + 0.5f) * part / whole - 0.5f);
  }

  private static float light(int level) {
    return ToneCurve.LIGHT.amount(level) / (float) ToneCurve.FULL;
  }
}
