package dev.photobridge.adapter.provider.pixels;

import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PixelSize;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// Decoding with readers that need the whole picture in memory.
final class WholeDecoding {
  private final PhotoFacts photo;
  private final int shrink;

  WholeDecoding(PhotoFacts photo, int shrink) {
    this.photo = photo;
    this.shrink = shrink;
  }

  /// Decodes the first picture of the stream.
  ///
  /// @param reader used up by this
  /// @param colours what the numbers mean, where the reader does not see to that
  Bitmap decode(ImageReader reader, ImageInputStream input, Optional<ColorSpace> colours)
      throws IOException {
    BufferedImage image = image(reader, input);
    var size = new PixelSize(image.getWidth(), image.getHeight());
    var canvas = new UprightCanvas(size, photo.orientation(), shrink);
    DecodedRows.draw(image, colours, canvas);
    return canvas.bitmap();
  }

  private BufferedImage image(ImageReader reader, ImageInputStream input) throws IOException {
    try {
      reader.setInput(input, /* seekForwardOnly= */ false, /* ignoreMetadata= */ true);
      requireFit(new PixelSize(reader.getWidth(0), reader.getHeight(0)));
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  /// A frame of an animation may be smaller than the picture, but nothing may be larger than what
  /// the permit was taken for.
  private void requireFit(PixelSize found) throws IIOException {
    if (found.area() > photo.storedSize().area()) {
      throw new IIOException("its decoder finds " + found + " pixels");
    }
  }
}
