package dev.photobridge.adapter.provider.image;

import static dev.photobridge.adapter.provider.image.BrokenPhotoException.unreadable;

import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PixelSize;
import java.io.IOException;
import java.util.Optional;

/// Measures a JPEG (ITU-T T.81) by walking over its segments to the end of image. Whatever follows
/// that is no part of the picture. Damage within the pixel data is not noticed. The same walk shows
/// what is to be cut out before the photo leaves the server.
final class JpegInspector {
  private final PhotoReader reader;
  private final JpegCutter cutter;
  private Optional<PixelSize> size = Optional.empty();
  private Optional<Orientation> orientation = Optional.empty();
  private boolean hasPixels;

  JpegInspector(PhotoReader reader) {
    this.reader = reader;
    this.cutter = new JpegCutter(reader);
  }

  /// What will stay of the photo without its metadata, once it was measured.
  PieceList pieces() {
    return cutter.pieces();
  }

  PhotoFacts facts() throws IOException, BrokenPhotoException {
    var segments = new JpegSegments(reader);
    var segment = segments.next();
    while (segment.marker() != JpegSegment.END_OF_IMAGE) {
      read(segment);
      cutter.cut(segment);
      segment = segments.next();
    }
    cutter.cut(segment);
    if (!hasPixels) {
      throw unreadable("no pixel data");
    }
    return new PhotoFacts(
        MediaType.JPEG,
        size.orElseThrow(),
        orientation.orElse(Orientation.UPRIGHT),
        /* animated= */ false,
        new ByteSize(reader.size()));
  }

  private void read(JpegSegment segment) throws IOException, BrokenPhotoException {
    if (segment.isFrameHeader()) {
      readSize(segment);
    } else if (segment.marker() == JpegSegment.START_OF_SCAN) {
      if (size.isEmpty()) {
        throw unreadable("pixel data before a frame header");
      }
      hasPixels = true;
    } else if (segment.marker() == JpegSegment.APP1 && orientation.isEmpty()) {
      readOrientation(segment);
    }
  }

  private void readSize(JpegSegment segment) throws IOException, BrokenPhotoException {
    if (size.isPresent()) {
      throw unreadable("a second frame header");
    }
    if (segment.bodyLength() < 6) {
      throw unreadable("a short frame header");
    }
    reader.seek(segment.bodyStart() + 1);
    long height = reader.bigEndian(2);
    long width = reader.bigEndian(2);
    size = Optional.of(ClaimedSize.of(width, height));
  }

  private void readOrientation(JpegSegment segment) throws IOException, BrokenPhotoException {
    reader.seek(segment.bodyStart());
    byte[] body = reader.bytes(segment.bodyLength());
    if (ExifOrientation.isPrefixed(body)) {
      orientation = Optional.of(ExifOrientation.of(body));
    }
  }
}
