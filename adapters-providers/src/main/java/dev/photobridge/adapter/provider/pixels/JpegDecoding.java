package dev.photobridge.adapter.provider.pixels;

import dev.photobridge.domain.media.PixelSize;
import java.awt.Point;
import java.awt.color.ColorSpace;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

/// Decodes one JPEG: the usual ones row by row, without ever holding the full size, all others with
/// the decoder that knows more.
final class JpegDecoding {
  private static final ColorSpace SRGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);

  /// Four bytes of CMYK, three of RGB and four of the canvas, in pixels of four bytes, rounded up.
  private static final int UNUSUAL_WEIGHT = 3;

  private final ChannelImageInput input;
  private final DecodingTask task;
  private final long maxWeight;

  JpegDecoding(ChannelImageInput input, DecodingTask task, long maxWeight) {
    this.input = input;
    this.task = task;
    this.maxWeight = maxWeight;
  }

  Bitmap decode() throws IOException {
    JpegHeader header = JpegHeader.of(input);
    Optional<Bitmap> usual = header.isUsual() ? usual(grays(header)) : Optional.empty();
    return usual.isPresent() ? usual.get() : unusual();
  }

  private Optional<Bitmap> usual(Optional<EmbeddedColours> grays) throws IOException {
    ImageReader reader = ImageReaders.plainJpeg();
    try {
      reader.setInput(input, /* seekForwardOnly= */ false, /* ignoreMetadata= */ true);
      return Optional.of(byRows(reader, grays));
    } catch (CancellationException e) {
      throw e;
    } catch (IIOException | RuntimeException _) {
      // What this decoder refuses the other one may know.
      return Optional.empty();
    } finally {
      reader.dispose();
    }
  }

  private Bitmap byRows(ImageReader reader, Optional<EmbeddedColours> grays) throws IOException {
    var size = new PixelSize(reader.getWidth(0), reader.getHeight(0));
    if (!size.equals(task.photo().storedSize())) {
      throw new IIOException("its decoder finds " + size + " pixels");
    }
    var canvas = task.canvas();
    ImageReadParam parameters = reader.getDefaultReadParam();
    parameters.setDestination(CanvasRaster.destination(canvas, colours(reader), grays));
    reader.read(0, parameters);
    return canvas.bitmap();
  }

  private Bitmap unusual() throws IOException {
    if (task.photo().storedSize().area() * UNUSUAL_WEIGHT > maxWeight) {
      throw new IIOException("it needs more memory than the server has");
    }
    return new WholeDecoding(task)
        .decode(ImageReaders.unusualJpeg(), input, Optional.empty(), new Point());
  }

  /// The meaning of one channel, which the decoder passes over.
  private Optional<EmbeddedColours> grays(JpegHeader header) {
    return header
        .colours()
        .filter(colours -> colours.getNumComponents() == 1 && EmbeddedColours.matter(colours))
        .map(colours -> EmbeddedColours.of(colours, task.photo().storedSize().width()));
  }

  /// The colours to decode to. The decoder converts between a profile's colours and those of its
  /// destination; naming the profile's own switches that off.
  private static ColorSpace colours(ImageReader reader) throws IOException {
    Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
    while (types.hasNext()) {
      ColorSpace space = types.next().getColorModel().getColorSpace();
      boolean embedded = space.getType() == ColorSpace.TYPE_RGB && !space.isCS_sRGB();
      if (embedded && !EmbeddedColours.matter(space)) {
        return space;
      }
    }
    return SRGB;
  }
}
