package dev.photobridge.adapter.provider.pixels;

import java.awt.color.ColorSpace;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/// RGB of other primaries or curves than those of sRGB.
final class ProfiledRgb implements EmbeddedColours {
  private static final ColorSpace SRGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);
  private static final float[][] PROBES = {
    {0.8f, 0.3f, 0.3f},
    {0.3f, 0.8f, 0.3f},
    {0.3f, 0.3f, 0.8f},
    {0.2f, 0.2f, 0.2f},
    {0.7f, 0.7f, 0.7f}
  };

  /// A step of 8 bits.
  private static final float VISIBLE = 1f / 255;

  private final ColorConvertOp conversion;
  private final byte[] bytes;
  private final WritableRaster row;

  /// @param width pixels in a row
  ProfiledRgb(ColorSpace colours, int width) {
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

  static boolean differsFromSrgb(ColorSpace colours) {
    for (float[] probe : PROBES) {
      float[] srgb = colours.toRGB(probe);
      for (int i = 0; i < 3; i++) {
        if (Math.abs(srgb[i] - probe[i]) > VISIBLE) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public void toSrgb(int[] argb) {
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
}
