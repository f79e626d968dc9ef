package dev.photobridge.adapter.provider.pixels;

import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PixelSize;
import java.awt.color.ColorSpace;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOException;

/// Decodes photos: upright, in sRGB, no larger than needed, of animations the first frame. Metadata
/// is not read. HEIC and HEIF can't be decoded here. Safe for use by many threads; the caller holds
/// a permit for [#weight].
public final class PixelReader {
  private final long maxWeight;

  /// @param maxWeight the largest [#weight] that is decoded at all; twice the budget of the permits
  ///   leaves a photo that runs alone half of the heap
  public PixelReader(long maxWeight) {
    this.maxWeight = maxWeight;
  }

  /// How many pixels, of four bytes each, decoding this photo holds at its peak.
  public long weight(PhotoFacts photo, PixelSize wanted) {
    PixelSize stored = photo.storedSize();
    PixelSize shrunk = UprightCanvas.shrunk(stored, shrink(photo, wanted));
    return photo.type() == MediaType.JPEG ? shrunk.area() : shrunk.area() + stored.area();
  }

  /// Decodes a photo. What comes has at least the wanted size, but may be larger by up to the
  /// factor of two; it is never larger than the photo.
  ///
  /// @param photo what its bytes are
  /// @param wanted the upright size that is of use
  /// @throws IOException when the file can't be read
  public PixelReading read(StoredFile file, PhotoFacts photo, PixelSize wanted)
      throws IOException, InterruptedException {
    long weight = weight(photo, wanted);
    if (weight > maxWeight) {
      return tooLarge(photo);
    }
    try (var input = new ChannelImageInput(file.openChannel())) {
      return decoded(input, photo, shrink(photo, wanted));
    }
  }

  private PixelReading decoded(ChannelImageInput input, PhotoFacts photo, int shrink)
      throws IOException, InterruptedException {
    try {
      return new PixelReading.Decoded(decode(input, photo, shrink));
    } catch (IOException | RuntimeException e) {
      // Decoders throw anything at broken photos; only here is it known to be the photo's fault.
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      input.throwTrouble();
      return new PixelReading.Undecodable("can't decode the " + photo.type() + ": " + e);
    }
  }

  private Bitmap decode(ChannelImageInput input, PhotoFacts photo, int shrink) throws IOException {
    return switch (photo.type()) {
      case JPEG -> new JpegDecoding(input, photo, shrink, maxWeight).decode();
      case PNG -> {
        Optional<ColorSpace> colours = PngColours.in(input);
        input.seek(0);
        yield new WholeDecoding(photo, shrink).decode(ImageReaders.png(), input, colours);
      }
      case WEBP ->
          new WholeDecoding(photo, shrink).decode(ImageReaders.webp(), input, Optional.empty());
      case HEIC, HEIF -> throw new IIOException("there is no decoder for it here");
    };
  }

  private static int shrink(PhotoFacts photo, PixelSize wanted) {
    PixelSize upright = photo.uprightSize();
    int factor = Math.min(upright.width() / wanted.width(), upright.height() / wanted.height());
    return Math.clamp(factor, 1, UprightCanvas.MAX_SHRINK);
  }

  private static PixelReading tooLarge(PhotoFacts photo) {
    return new PixelReading.Undecodable(
        "a "
            + photo.type()
            + " of "
            + photo.storedSize()
            + " needs more memory than the server has");
  }
}
