package dev.photobridge.adapter.provider.pixels;

import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The destination of a JPEG decoder that holds no pixels: it passes every decoded row on to a
/// canvas. Only what the JDK's decoder does with its destination works: whole rows of three bytes a
/// pixel, from the top, each once.
final class CanvasRaster extends WritableRaster {
  private final UprightCanvas canvas;
  private final Optional<EmbeddedColours> meaning;
  private final int[] row;
  private byte @Nullable [] bytes;

  private CanvasRaster(
      UprightCanvas canvas, DirectColorModel colours, Optional<EmbeddedColours> meaning) {
    super(
        colours.createCompatibleSampleModel(canvas.source().width(), canvas.source().height()),
        new DataBufferInt(1),
        new Point());
    this.canvas = canvas;
    this.meaning = meaning;
    this.row = new int[canvas.source().width()];
  }

  /// An image for `ImageReadParam.setDestination`.
  ///
  /// @param colours what the decoder shall convert to
  /// @param meaning of the numbers where the decoder does not see to that
  static BufferedImage destination(
      UprightCanvas canvas, ColorSpace colours, Optional<EmbeddedColours> meaning) {
    var model =
        new DirectColorModel(colours, 24, 0xff0000, 0xff00, 0xff, 0, false, DataBuffer.TYPE_INT);
    return new BufferedImage(model, new CanvasRaster(canvas, model, meaning), false, null);
  }

  @Override
  public void setRect(int x, int y, Raster source) {
    bytes = (byte[]) source.getDataElements(0, 0, source.getWidth(), 1, bytes);
    for (int i = 0, b = 0; i < row.length; i++, b += 3) {
      row[i] = Argb.opaque(bytes[b] & 0xff, bytes[b + 1] & 0xff, bytes[b + 2] & 0xff);
    }
    meaning.ifPresent(colours -> colours.toSrgb(row));
    canvas.row(y, row);
  }
}
