package dev.photobridge.adapter.provider.pixels;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/// The colours that a photo's ICC profile describes.
final class EmbeddedColours {
  private static final ColorSpace SRGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);
  private static final float[][] PROBES = {
    {0.8f, 0.3f, 0.3f},
    {0.3f, 0.8f, 0.3f},
    {0.3f, 0.3f, 0.8f},
    {0.2f, 0.2f, 0.2f},
    {0.7f, 0.7f, 0.7f}
  };

  /// Less than a step of 8 bits.
  private static final float VISIBLE = 1f / 255;

  private final ColorConvertOp conversion;
  private final byte[] bytes;
  private final WritableRaster row;

  /// @param colours with three components
  /// @param width pixels in a row
  EmbeddedColours(ColorSpace colours, int width) {
    this.conversion = new ColorConvertOp(colours, SRGB, null);
    this.bytes = new byte[3 * width];
    this.row =
        Raster.createInterleavedRaster(
            new DataBufferByte(bytes, bytes.length),
            width,
            1,
            bytes.length,
            3,
            new int[] {0, 1, 2},
            null);
  }

  /// Whether these colours can be converted and differ from sRGB. Broken profiles pass for sRGB,
  /// and so do the many that spell sRGB out.
  static boolean matter(ColorSpace colours) {
    try {
      for (float[] probe : PROBES) {
        if (differs(colours.toRGB(probe), probe)) {
          return true;
        }
      }
      return false;
    } catch (CMMException | IllegalArgumentException _) {
      return false;
    }
  }

  /// Turns a row of such colours into sRGB, in place.
  void toSrgb(int[] argb) {
    for (int i = 0, b = 0; b < bytes.length; i++, b += 3) {
      bytes[b] = (byte) Argb.red(argb[i]);
      bytes[b + 1] = (byte) Argb.green(argb[i]);
      bytes[b + 2] = (byte) Argb.blue(argb[i]);
    }
    conversion.filter(row, row);
    for (int i = 0, b = 0; b < bytes.length; i++, b += 3) {
      int alpha = Argb.alpha(argb[i]);
      argb[i] = Argb.of(alpha, bytes[b] & 0xff, bytes[b + 1] & 0xff, bytes[b + 2] & 0xff);
    }
  }

  private static boolean differs(float[] one, float[] other) {
    for (int i = 0; i < 3; i++) {
      if (Math.abs(one[i] - other[i]) > VISIBLE) {
        return true;
      }
    }
    return false;
  }
}
