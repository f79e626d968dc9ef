package dev.photobridge.adapter.provider.image;

import static dev.photobridge.adapter.provider.image.BrokenPhotoException.unreadable;

import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PixelSize;
import java.io.IOException;
import java.util.Optional;

/// Measures a WEBP (RFC 9649) by walking over the chunks of its container.
final class WebpInspector {
  private static final int LOSSY_START_CODE = 0x2A019D;
  private static final int LOSSLESS_SIGNATURE = 0x2F;
  private static final int SIDE_BITS = 0x3FFF;

  private final PhotoReader reader;
  private Optional<PixelSize> canvas = Optional.empty();
  private Optional<PixelSize> picture = Optional.empty();
  private Orientation orientation = Orientation.UPRIGHT;
  private boolean animated;
  private boolean hasFrame;

  private WebpInspector(PhotoReader reader) {
    this.reader = reader;
  }

  static PhotoFacts inspect(PhotoReader reader) throws IOException, BrokenPhotoException {
    return new WebpInspector(reader).facts();
  }

  private PhotoFacts facts() throws IOException, BrokenPhotoException {
    for (var chunk : WebpChunk.listed(reader)) {
      reader.seek(chunk.dataStart());
      read(chunk);
    }
    return new PhotoFacts(
        MediaType.WEBP, size(), orientation, animated, new ByteSize(reader.size()));
  }

  private void read(WebpChunk chunk) throws IOException, BrokenPhotoException {
    switch (chunk.type()) {
      case WebpChunk.EXTENDED -> readCanvas(chunk);
      case WebpChunk.LOSSY -> found(lossySize());
      case WebpChunk.LOSSLESS -> found(losslessSize());
      case WebpChunk.FRAME -> hasFrame = true;
      case WebpChunk.EXIF -> {
        int length = (int) Math.min(chunk.length(), ExifOrientation.MAX_BYTES);
        orientation = ExifOrientation.of(reader.bytes(length));
      }
      default -> {}
    }
  }

  private void readCanvas(WebpChunk chunk) throws IOException, BrokenPhotoException {
    if (chunk.start() != WebpChunk.FIRST || chunk.length() < WebpChunk.EXTENDED_BYTES) {
      throw unreadable("a broken extended header");
    }
    animated = (reader.u8() & WebpChunk.ANIMATION_FLAG) != 0;
    reader.skip(3);
    long width = 1 + reader.littleEndian(3);
    long height = 1 + reader.littleEndian(3);
    canvas = Optional.of(ClaimedSize.of(width, height));
  }

  private void found(PixelSize size) throws BrokenPhotoException {
    if (picture.isPresent()) {
      throw unreadable("a second picture");
    }
    picture = Optional.of(size);
  }

  /// Reads the frame header of RFC 6386, section 9.1.
  private PixelSize lossySize() throws IOException, BrokenPhotoException {
    boolean keyFrame = (reader.littleEndian(3) & 1) == 0;
    if (!keyFrame || reader.littleEndian(3) != LOSSY_START_CODE) {
      throw unreadable("a broken frame header");
    }
    long width = reader.littleEndian(2) & SIDE_BITS;
    long height = reader.littleEndian(2) & SIDE_BITS;
    return ClaimedSize.of(width, height);
  }

  /// Reads the header of RFC 9649, section 3.4.
  private PixelSize losslessSize() throws IOException, BrokenPhotoException {
    if (reader.u8() != LOSSLESS_SIGNATURE) {
      throw unreadable("a broken lossless header");
    }
    long sides = reader.littleEndian(4);
    return ClaimedSize.of((sides & SIDE_BITS) + 1, (sides >> 14 & SIDE_BITS) + 1);
  }

  private PixelSize size() throws BrokenPhotoException {
    if (animated ? !hasFrame : picture.isEmpty()) {
      throw unreadable("no pixel data");
    }
    PixelSize size = canvas.or(() -> picture).orElseThrow();
    if (!animated && !size.equals(picture.orElseThrow())) {
      throw unreadable("a picture that does not fill its canvas");
    }
    return size;
  }
}
