package dev.photobridge.adapter.provider.image;

/// Parts of hand-made JPEGs.
final class JpegBytes {
  static final byte[] START = Bytes.of(0xFF, 0xD8);
  static final byte[] END = Bytes.of(0xFF, 0xD9);

  /// A scan with stuffing, a restart marker and fill bytes in it.
  static final byte[] SCAN =
      Bytes.join(
          segment(0xDA, Bytes.of(1, 1, 0, 0, 63, 0)),
          Bytes.of(1, 2, 0xFF, 0x00, 3, 0xFF, 0xD0, 4, 0xFF, 0xFF));

  private JpegBytes() {}

  static byte[] segment(int marker, byte[] body) {
    return Bytes.join(Bytes.of(0xFF, marker), Bytes.number(body.length + 2, 2), body);
  }

  static byte[] frame(int width, int height) {
    return segment(
        0xC0,
        Bytes.join(
            Bytes.of(8), Bytes.number(height, 2), Bytes.number(width, 2), Bytes.of(1, 1, 17, 0)));
  }

  static byte[] exif(byte[] data) {
    return segment(0xE1, Bytes.join(Bytes.text("Exif\0\0"), data));
  }

  /// A JPEG of 40x30 pixels with these segments before its frame.
  static byte[] photo(byte[]... segments) {
    return Bytes.join(START, Bytes.join(segments), frame(40, 30), SCAN, END);
  }
}
