package dev.photobridge.adapter.provider.pixels;

import dev.photobridge.domain.media.PixelSize;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;

/// Decoded pixels, upright, in sRGB: rows from the top, each from the left, four bytes a pixel. It
/// may be changed in place through [#argb]; for one thread at a time.
public final class Bitmap {
  private static final ColorModel OPAQUE = new DirectColorModel(24, 0xff0000, 0xff00, 0xff);
  private static final int[] RGB_MASKS = {0xff0000, 0xff00, 0xff};
  private static final int[] ARGB_MASKS = {0xff0000, 0xff00, 0xff, 0xff000000};

  private final PixelSize size;
  private final int[] argb;
  private final boolean opaque;

  private Bitmap(PixelSize size, int[] argb, boolean opaque) {
    if (argb.length != size.area()) {
      throw new IllegalArgumentException(argb.length + " pixels are not " + size);
    }
    this.size = size;
    this.argb = argb;
    this.opaque = opaque;
  }

  /// A bitmap over these pixels, which become its own.
  ///
  /// @param argb `0xAARRGGBB`, colours not multiplied by alpha
  /// @param opaque whether every alpha is 255
  public static Bitmap of(PixelSize size, int[] argb, boolean opaque) {
    return new Bitmap(size, argb, opaque);
  }

  /// Width and height.
  public PixelSize size() {
    return size;
  }

  /// The pixels themselves, `0xAARRGGBB`; not a copy.
  public int[] argb() {
    return argb;
  }

  /// Whether every alpha is 255.
  public boolean isOpaque() {
    return opaque;
  }

  /// This bitmap laid on white. Changes the pixels in place, so that this one is of no use any
  /// more.
  public Bitmap onWhite() {
    if (!opaque) {
      for (int i = 0; i < argb.length; i++) {
        argb[i] = onWhite(argb[i]);
      }
    }
    return new Bitmap(size, argb, true);
  }

  /// The same pixels as an AWT image, not copied.
  BufferedImage image() {
    int[] masks = opaque ? RGB_MASKS : ARGB_MASKS;
    ColorModel colours = opaque ? OPAQUE : ColorModel.getRGBdefault();
    var raster =
        Raster.createPackedRaster(
            new DataBufferInt(argb, argb.length),
            size.width(),
            size.height(),
            size.width(),
            masks,
            null);
    return new BufferedImage(colours, raster, false, null);
  }

  private static int onWhite(int pixel) {
    int alpha = Argb.alpha(pixel);
    int white = (255 - alpha) * 255;
    return Argb.opaque(
        (Argb.red(pixel) * alpha + white + 127) / 255,
        (Argb.green(pixel) * alpha + white + 127) / 255,
        (Argb.blue(pixel) * alpha + white + 127) / 255);
  }
}
