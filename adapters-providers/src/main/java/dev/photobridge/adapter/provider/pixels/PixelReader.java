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

  /// The upright size that decoding delivers: of the photo's shape, the smallest that covers the
  /// wanted one, but never larger than the photo.
  public PixelSize size(PhotoFacts photo, PixelSize wanted) {
    PixelSize upright = photo.uprightSize();
    if (wanted.width() >= upright.width() || wanted.height() >= upright.height()) {
      return upright;
    }
    if (upright.fittedInto(wanted.longestSide()).equals(wanted)) {
      return wanted;
    }
    double factor =
        Math.max(
            (double) wanted.width() / upright.width(), (double) wanted.height() / upright.height());
    return new PixelSize(
        Math.max(wanted.width(), (int) Math.round(upright.width() * factor)),
        Math.max(wanted.height(), (int) Math.round(upright.height() * factor)));
  }

  /// How many pixels, of four bytes each, decoding this photo holds at its peak.
  public long weight(PhotoFacts photo, PixelSize wanted) {
    long delivered = size(photo, wanted).area();
    return photo.type() == MediaType.JPEG ? delivered : delivered + photo.storedSize().area();
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
      return decoded(input, new DecodingTask(photo, shrink(photo, wanted), size(photo, wanted)));
    }
  }

  private PixelReading decoded(ChannelImageInput input, DecodingTask task)
      throws IOException, InterruptedException {
    try {
      return new PixelReading.Decoded(decode(input, task));
    } catch (IOException | RuntimeException e) {
      // Decoders throw anything at broken photos; only here is it known to be the photo's fault.
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      input.throwTrouble();
      return new PixelReading.Undecodable("can't decode the " + task.photo().type() + ": " + e);
    }
  }

  private Bitmap decode(ChannelImageInput input, DecodingTask task) throws IOException {
    return switch (task.photo().type()) {
      case JPEG -> new JpegDecoding(input, task, maxWeight).decode();
      case PNG ->
          new WholeDecoding(task)
              .decode(ImageReaders.png(), input, PngColours.in(input), new Point());
      case WEBP -> {
        Point origin = task.photo().animated() ? WebpFrames.firstOrigin(input) : new Point();
        yield new WholeDecoding(task).decode(ImageReaders.webp(), input, Optional.empty(), origin);
      }
      case HEIC, HEIF -> throw new IIOException("there is no decoder for it here");
    };
  }

  private static int shrink(PhotoFacts photo, PixelSize wanted) {
    PixelSize upright = photo.uprightSize();
    int factor = Math.min(upright.width() / wanted.width(), upright.height() / wanted.height());
    return Math.clamp(factor, 1, UprightCanvas.MAX_SHRINK);
  }
}
