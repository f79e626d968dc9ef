package dev.photobridge.adapter.provider.image;

import java.io.IOException;

/// Walks over the segments of a JPEG in the order of the file, looking through pixel data only for
/// its end. Stray bytes between segments are passed over, as decoders do.
final class JpegSegments {
  private static final int STUFFING = 0x00;
  private static final int TEMPORARY = 0x01;
  private static final int FIRST_KNOWN = 0xC0;
  private static final int FIRST_RESTART = 0xD0;
  private static final int LAST_RESTART = 0xD7;
  private static final int FILL = 0xFF;
  private static final int LENGTH_BYTES = 2;
  private static final int MAX_SEGMENTS = 50_000;

  private final PhotoReader reader;
  private long nextStart = 2;
  private int count;

  /// Starts behind the start of image, wherever the reader is.
  JpegSegments(PhotoReader reader) {
    this.reader = reader;
  }

  /// The next segment; what the reader reads in between does not matter. There is none after the
  /// end of image.
  JpegSegment next() throws IOException, BrokenPhotoException {
    if (++count > MAX_SEGMENTS) {
      throw BrokenPhotoException.unreadable("too many segments");
    }
    reader.seek(nextStart);
    int marker = nextMarker();
    var segment =
        switch (marker) {
          case JpegSegment.END_OF_IMAGE -> bare(marker);
          case JpegSegment.START_OF_IMAGE -> throw misplaced(marker);
          default -> withBody(marker);
        };
    nextStart = segment.end();
    return segment;
  }

  /// Goes behind the next marker that isn't part of pixel data.
  private int nextMarker() throws IOException, BrokenPhotoException {
    while (true) {
      reader.skipToMarkerByte();
      int code = reader.u8();
      while (code == FILL) {
        code = reader.u8();
      }
      if (!isWithinPixels(code)) {
        return code;
      }
    }
  }

  /// Whether what follows a 0xFF makes it no marker of a segment.
  static boolean isWithinPixels(int code) {
    return code == STUFFING || code == TEMPORARY || (code >= FIRST_RESTART && code <= LAST_RESTART);
  }

  private JpegSegment bare(int marker) {
    long end = reader.position();
    return new JpegSegment(marker, end - 2, end, end, end);
  }

  private JpegSegment withBody(int marker) throws IOException, BrokenPhotoException {
    if (marker < FIRST_KNOWN) {
      throw misplaced(marker);
    }
    long start = reader.position() - 2;
    int length = (int) reader.bigEndian(2);
    if (length < LENGTH_BYTES) {
      throw BrokenPhotoException.unreadable("a segment of impossible length");
    }
    long bodyStart = reader.position();
    reader.skip(length - LENGTH_BYTES);
    long bodyEnd = reader.position();
    long end = marker == JpegSegment.START_OF_SCAN ? endOfPixels() : bodyEnd;
    return new JpegSegment(marker, start, bodyStart, bodyEnd, end);
  }

  /// Where the pixel data ends that begins here.
  private long endOfPixels() throws IOException, BrokenPhotoException {
    var _ = nextMarker();
    return reader.position() - 2;
  }

  private static BrokenPhotoException misplaced(int marker) {
    return BrokenPhotoException.unreadable("marker 0x%02X has no place there".formatted(marker));
  }
}
