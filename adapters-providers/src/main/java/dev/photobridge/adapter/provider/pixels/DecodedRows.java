package dev.photobridge.adapter.provider.pixels;

import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;
import java.util.Arrays;
import java.util.Optional;

/// Hands a whole decoded image of any kind to a canvas, row by row.
final class DecodedRows {
  private final BufferedImage image;
  private final Point origin;
  private final Optional<EmbeddedColours> conversion;
  private final Raster raster;
  private final int bands;
  private final int bits;
  private final boolean plain;
  private final int[] samples;

  /// @param origin where the image lies on the canvas; what it does not cover is transparent
  /// @param colours what the image's numbers mean where it is not what its colour model says
  DecodedRows(BufferedImage image, Point origin, Optional<ColorSpace> colours) {
    ColorModel model = image.getColorModel();
    this.image = image;
    this.origin = origin;
    this.conversion =
        colours
            .or(() -> ownColours(model))
            .filter(EmbeddedColours::matter)
            .map(space -> EmbeddedColours.of(space, image.getWidth()));
    this.raster = image.getRaster();
    this.bands = raster.getNumBands();
    this.bits = model.getComponentSize(0);
    this.plain = isPlain(model);
    this.samples = new int[plain ? bands * image.getWidth() : 0];
  }

  void draw(UprightCanvas canvas) {
    int[] pixels = new int[image.getWidth()];
    int[] row = new int[canvas.source().width()];
    for (int y = 0; y < canvas.source().height(); y++) {
      int line = y - origin.y;
      if (line >= 0 && line < image.getHeight()) {
        read(line, pixels);
        conversion.ifPresent(c -> c.toSrgb(pixels));
        System.arraycopy(pixels, 0, row, origin.x, pixels.length);
      } else {
        Arrays.fill(row, 0);
      }
      canvas.row(y, row);
    }
  }

  /// RGB of another meaning than sRGB, which is quicker to convert by rows than by pixels.
  private static Optional<ColorSpace> ownColours(ColorModel colours) {
    return Optional.of(colours.getColorSpace())
        .filter(space -> isPlain(colours) && !space.isCS_sRGB())
        .filter(space -> space.getType() == ColorSpace.TYPE_RGB);
  }

  /// Samples of 8 or 16 bits, of RGB or gray. Java takes gray for linear light and would make it
  /// paler, while in files it has the curve of sRGB.
  private static boolean isPlain(ColorModel colours) {
    int bits = colours.getComponentSize(0);
    ColorSpace space = colours.getColorSpace();
    return colours instanceof ComponentColorModel
        && (bits == 8 || bits == 16)
        && (space.getType() == ColorSpace.TYPE_RGB || space.getType() == ColorSpace.TYPE_GRAY);
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
