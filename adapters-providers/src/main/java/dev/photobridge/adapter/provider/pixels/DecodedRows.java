package dev.photobridge.adapter.provider.pixels;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;
import java.util.Optional;

/// Hands a whole decoded image of any kind to a canvas, row by row.
final class DecodedRows {
  private final BufferedImage image;
  private final Raster raster;
  private final int bands;
  private final int bits;
  private final boolean plain;
  private final int[] samples;

  private DecodedRows(BufferedImage image) {
    ColorModel colours = image.getColorModel();
    this.image = image;
    this.raster = image.getRaster();
    this.bands = raster.getNumBands();
    this.bits = colours.getComponentSize(0);
    this.plain = isPlain(colours);
    this.samples = new int[plain ? bands * image.getWidth() : 0];
  }

  /// @param colours what the image's numbers mean where it is not what its colour model says
  static void draw(BufferedImage image, Optional<ColorSpace> colours, UprightCanvas canvas) {
    var rows = new DecodedRows(image);
    Optional<EmbeddedColours> conversion =
        colours.filter(EmbeddedColours::matter).map(c -> new EmbeddedColours(c, image.getWidth()));
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      rows.read(y, row);
      conversion.ifPresent(c -> c.toSrgb(row));
      canvas.row(y, row);
    }
  }

  /// Samples of 8 or 16 bits that are sRGB as they are. Java takes gray for linear light and would
  /// make it paler, while in files it has the curve of sRGB.
  private static boolean isPlain(ColorModel colours) {
    int bits = colours.getComponentSize(0);
    ColorSpace space = colours.getColorSpace();
    return colours instanceof ComponentColorModel
        && (bits == 8 || bits == 16)
        && (space.isCS_sRGB() || space.getType() == ColorSpace.TYPE_GRAY);
  }

  private void read(int y, int[] row) {
    if (!plain) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      return;
    }
    raster.getPixels(0, y, row.length, 1, samples);
    for (int x = 0; x < row.length; x++) {
      row[x] = pixel(x * bands);
    }
  }

  private int pixel(int at) {
    int first = level(at);
    return switch (bands) {
      case 1 -> Argb.opaque(first, first, first);
      case 2 -> Argb.of(level(at + 1), first, first, first);
      case 3 -> Argb.opaque(first, level(at + 1), level(at + 2));
      default -> Argb.of(level(at + 3), first, level(at + 1), level(at + 2));
    };
  }

  private int level(int at) {
    int sample = samples[at];
    return bits == 8 ? sample : (sample * 255 + 32767) / 65535;
  }
}
