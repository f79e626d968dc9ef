package dev.photobridge.adapter.provider.pixels;

import dev.photobridge.domain.media.PixelSize;
import java.awt.Rectangle;

/// Scales bitmaps with a Catmull-Rom filter: sharp, and without the steps or moiré of skipped
/// pixels.
public final class Scaler {
  private Scaler() {}

  /// The whole bitmap in another size; its shape may change. The same bitmap where the size is the
  /// same.
  public static Bitmap scale(Bitmap bitmap, PixelSize wanted) throws InterruptedException {
    return scale(bitmap, new Rectangle(bitmap.size().width(), bitmap.size().height()), wanted);
  }

  /// The largest part of this shape around the middle, in the wanted size.
  public static Bitmap cover(Bitmap bitmap, PixelSize wanted) throws InterruptedException {
    return scale(bitmap, middle(bitmap.size(), wanted), wanted);
  }

  private static Bitmap scale(Bitmap bitmap, Rectangle part, PixelSize wanted)
      throws InterruptedException {
    boolean same =
        bitmap.size().equals(wanted)
            && part.width == wanted.width()
            && part.height == wanted.height();
    return same ? bitmap : scaled(bitmap, part, wanted);
  }

  private static Bitmap scaled(Bitmap bitmap, Rectangle part, PixelSize wanted)
      throws InterruptedException {
    int[] argb = new int[Math.toIntExact(wanted.area())];
    int width = wanted.width();
    var scaling =
        new Scaling(part, wanted, (y, row) -> System.arraycopy(row, 0, argb, y * width, width));
    for (int y = part.y; y < part.y + part.height; y++) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      scaling.row(y, bitmap.argb(), y * bitmap.size().width());
    }
    return Bitmap.of(wanted, argb, bitmap.isOpaque());
  }

  private static Rectangle middle(PixelSize size, PixelSize shape) {
    double factor =
        Math.min((double) size.width() / shape.width(), (double) size.height() / shape.height());
    int width = Math.clamp(Math.round(shape.width() * factor), 1, size.width());
    int height = Math.clamp(Math.round(shape.height() * factor), 1, size.height());
    return new Rectangle((size.width() - width) / 2, (size.height() - height) / 2, width, height);
  }
}
