package dev.photobridge.adapter.provider.pixels;

import dev.photobridge.domain.media.PixelSize;
import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// Decoding with readers that need the whole picture in memory.
final class WholeDecoding {
  private final DecodingTask task;

  WholeDecoding(DecodingTask task) {
    this.task = task;
  }

  /// Decodes the first picture of the stream.
  ///
  /// @param reader used up by this
  /// @param colours what the numbers mean, where the reader does not see to that
  /// @param origin where the picture lies; it covers everything unless it is a frame of an
  ///   animation
  Bitmap decode(
      ImageReader reader, ImageInputStream input, Optional<ColorSpace> colours, Point origin)
      throws IOException {
    BufferedImage image = image(reader, input, origin);
    var canvas = task.canvas();
    new DecodedRows(image, origin, colours).draw(canvas);
    return canvas.bitmap();
  }

  private BufferedImage image(ImageReader reader, ImageInputStream input, Point origin)
      throws IOException {
    try {
      input.seek(0);
      reader.setInput(input, /* seekForwardOnly= */ false, /* ignoreMetadata= */ true);
      requireFit(new PixelSize(reader.getWidth(0), reader.getHeight(0)), origin);
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  /// Nothing may be larger than what the permit was taken for.
  private void requireFit(PixelSize found, Point origin) throws IIOException {
    PixelSize stored = task.photo().storedSize();
    boolean fits =
        found.width() <= stored.width() - origin.x && found.height() <= stored.height() - origin.y;
    if (!fits || (!task.photo().animated() && !found.equals(stored))) {
      throw new IIOException("its decoder finds " + found + " pixels");
    }
  }
}
