package dev.photobridge.adapter.provider.image;

/// Parts of hand-made WEBPs.
final class WebpBytes {
  private WebpBytes() {}

  static byte[] file(byte[]... chunks) {
    byte[] body = Bytes.join(Bytes.text("WEBP"), Bytes.join(chunks));
    return Bytes.join(Bytes.text("RIFF"), Bytes.littleEndian(body.length, 4), body);
  }

  static byte[] chunk(String type, byte[] data) {
    return Bytes.join(
        Bytes.text(type), Bytes.littleEndian(data.length, 4), data, new byte[data.length & 1]);
  }

  static byte[] extended(int flags, int width, int height) {
    return chunk(
        "VP8X",
        Bytes.join(
            Bytes.of(flags, 0, 0, 0),
            Bytes.littleEndian(width - 1, 3),
            Bytes.littleEndian(height - 1, 3)));
  }

  /// Pixels of odd length.
  static byte[] lossy(int width, int height) {
    return chunk(
        "VP8 ",
        Bytes.join(
            Bytes.of(0x10, 0, 0, 0x9D, 0x01, 0x2A),
            Bytes.littleEndian(width, 2),
            Bytes.littleEndian(height, 2),
            Bytes.of(1, 2, 3)));
  }

  static byte[] lossless(int width, int height) {
    return chunk(
        "VP8L",
        Bytes.join(
            Bytes.of(0x2F), Bytes.littleEndian((height - 1L) << 14 | (width - 1), 4), Bytes.of(7)));
  }
}
