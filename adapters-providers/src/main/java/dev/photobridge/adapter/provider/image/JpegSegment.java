package dev.photobridge.adapter.provider.image;

/// One marker segment of a JPEG (ITU-T T.81, B.1.1), with the pixel data that follows a start of
/// scan.
///
/// @param marker the marker's second byte
/// @param start where its 0xFF is
/// @param bodyStart where what follows marker and length begins
/// @param bodyEnd where its own bytes end
/// @param end where its pixel data ends; elsewhere the same as `bodyEnd`
record JpegSegment(int marker, long start, long bodyStart, long bodyEnd, long end) {
  static final int START_OF_IMAGE = 0xD8;
  static final int END_OF_IMAGE = 0xD9;
  static final int START_OF_SCAN = 0xDA;
  static final int APP0 = 0xE0;
  static final int APP1 = 0xE1;
  static final int APP2 = 0xE2;
  static final int APP14 = 0xEE;
  private static final int HUFFMAN_TABLES = 0xC4;
  private static final int EXTENSION = 0xC8;
  private static final int ARITHMETIC_CODING = 0xCC;

  /// How many bytes follow the length.
  int bodyLength() {
    return (int) (bodyEnd - bodyStart);
  }

  /// Whether it tells the picture's size.
  boolean isFrameHeader() {
    return marker >= 0xC0
        && marker <= 0xCF
        && marker != HUFFMAN_TABLES
        && marker != EXTENSION
        && marker != ARITHMETIC_CODING;
  }

  /// Whether decoders need it to reconstruct the pixels: frames, tables, scans, intervals.
  boolean isPicture() {
    return marker >= 0xC0 && marker <= 0xDF && marker != EXTENSION;
  }
}
