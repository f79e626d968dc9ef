package dev.photobridge.adapter.provider.pixels;

import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PixelSize;
import java.awt.Point;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOException;

/// Decodes photos: upright, in sRGB, no larger than needed, of animations the first frame. Metadata
/// is not read. HEIC and HEIF can't be decoded here. Safe for use by many threads; the caller holds
/// a permit for [#weight].
public final class PixelReader {
  private final long maxWeight;

  /// @param maxWeight how many pixels may be held at once at all; twice the budget of the permits
  ///   leaves a photo that runs alone half of the heap
  public PixelReader(long maxWeight) {
    this.maxWeight = maxWeight;
  }

  /// The upright size that decoding delivers: at least the wanted one in both directions and less
  /// than twice that in one of them, but never larger than the photo.
  public PixelSize size(PhotoFacts photo, PixelSize wanted) {
    return photo.orientation().upright(shrunk(photo, wanted));
  }

  /// How many pixels, of four bytes each, decoding this photo holds at its peak.
  public long weight(PhotoFacts photo, PixelSize wanted) {
    long shrunk = shrunk(photo, wanted).area();
    return photo.type() == MediaType.JPEG ? shrunk : shrunk + photo.storedSize().area();
  }

  /// Whether work that holds so many pixels has to be left undone.
  public boolean isTooHeavy(long weight) {
    return weight > maxWeight;
  }

  /// Decodes a photo to [#size].
  ///
  /// @param photo what its bytes are
  /// @param wanted the upright size that is of use
  /// @throws IOException when the file can't be read
  public PixelReading read(StoredFile file, PhotoFacts photo, PixelSize wanted)
      throws IOException, InterruptedException {
    if (isTooHeavy(weight(photo, wanted))) {
      return new PixelReading.Undecodable(
          "a %s of %s needs more memory than the server has"
              .formatted(photo.type(), photo.storedSize()));
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
      case PNG ->
          new WholeDecoding(photo, shrink)
              .decode(ImageReaders.png(), input, PngColours.in(input), new Point());
      case WEBP -> {
        Point origin = photo.animated() ? WebpFrames.firstOrigin(input) : new Point();
        yield new WholeDecoding(photo, shrink)
            .decode(ImageReaders.webp(), input, Optional.empty(), origin);
      }
      case HEIC, HEIF -> throw new IIOException("there is no decoder for it here");
    };
  }

  private static PixelSize shrunk(PhotoFacts photo, PixelSize wanted) {
    return UprightCanvas.shrunk(photo.storedSize(), shrink(photo, wanted));
  }

  private static int shrink(PhotoFacts photo, PixelSize wanted) {
    PixelSize upright = photo.uprightSize();
    int factor = Math.min(upright.width() / wanted.width(), upright.height() / wanted.height());
    return Math.clamp(factor, 1, UprightCanvas.MAX_SHRINK);
  }
}
