package dev.photobridge.adapter.provider.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Leaves of a JPEG what makes up its picture and its colours: frames, tables, scans, the JFIF
/// header without its thumbnail, the ICC profile, Adobe's note on the colour model.
final class JpegCutter {
  private static final byte[] JFIF = name("JFIF\0");
  private static final byte[] ICC_PROFILE = name("ICC_PROFILE\0");
  private static final byte[] ADOBE = name("Adobe");
  private static final int START_OF_IMAGE_BYTES = 2;

  /// From the marker of the JFIF header to the pixel density, before the thumbnail's size.
  private static final int JFIF_WITHOUT_THUMBNAIL = 16;

  private static final int JFIF_BODY = 14;

  private final PhotoReader reader;
  private final PieceList pieces = new PieceList();

  JpegCutter(PhotoReader reader) {
    this.reader = reader;
    pieces.keep(0, START_OF_IMAGE_BYTES);
  }

  /// What stays, by a walk over all segments.
  static PieceList cut(PhotoReader reader) throws IOException, BrokenPhotoException {
    var cutter = new JpegCutter(reader);
    var segments = new JpegSegments(reader);
    JpegSegment segment;
    do {
      segment = segments.next();
      cutter.cut(segment);
    } while (segment.marker() != JpegSegment.END_OF_IMAGE);
    return cutter.pieces;
  }

  /// What stays of the segments so far.
  PieceList pieces() {
    return pieces;
  }

  /// Decides on the next segment, of which it reads a few bytes at most.
  void cut(JpegSegment segment) throws IOException, BrokenPhotoException {
    if (segment.marker() == JpegSegment.APP0) {
      cutJfif(segment);
    } else if (segment.isPicture()
        || (segment.marker() == JpegSegment.APP2 && begins(segment, ICC_PROFILE))
        || (segment.marker() == JpegSegment.APP14 && begins(segment, ADOBE))) {
      pieces.keep(segment.start(), segment.end());
    }
  }

  private void cutJfif(JpegSegment segment) throws IOException, BrokenPhotoException {
    if (segment.bodyLength() < JFIF_BODY || !begins(segment, JFIF)) {
      return;
    }
    reader.seek(segment.start());
    byte[] header = Arrays.copyOf(reader.bytes(JFIF_WITHOUT_THUMBNAIL), 2 + 2 + JFIF_BODY);
    header[2] = 0;
    header[3] = 2 + JFIF_BODY;
    pieces.insert(header);
  }

  private boolean begins(JpegSegment segment, byte[] name)
      throws IOException, BrokenPhotoException {
    reader.seek(segment.bodyStart());
    int length = Math.min(segment.bodyLength(), name.length);
    return Arrays.equals(reader.bytes(length), name);
  }

  private static byte[] name(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
