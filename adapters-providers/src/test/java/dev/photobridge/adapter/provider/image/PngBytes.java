package dev.photobridge.adapter.provider.image;

import java.util.zip.CRC32;

/// Parts of hand-made PNGs.
final class PngBytes {
  static final byte[] SIGNATURE = Bytes.of(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
  static final byte[] PIXELS = chunk("IDAT", Bytes.of(1, 2, 3));
  static final byte[] END = chunk("IEND", new byte[0]);

  private PngBytes() {}

  static byte[] chunk(String type, byte[] data) {
    byte[] checked = Bytes.join(Bytes.text(type), data);
    var sum = new CRC32();
    sum.update(checked);
    return Bytes.join(Bytes.number(data.length, 4), checked, Bytes.number(sum.getValue(), 4));
  }

  /// A header: size, then depth, colour type, compression, filter, interlace.
  static byte[] header(long width, long height, int... format) {
    return chunk(
        "IHDR", Bytes.join(Bytes.number(width, 4), Bytes.number(height, 4), Bytes.of(format)));
  }

  /// A PNG of 40x30 pixels with these chunks before its pixels.
  static byte[] photo(byte[]... chunks) {
    return Bytes.join(SIGNATURE, header(40, 30, 8, 2, 0, 0, 0), Bytes.join(chunks), PIXELS, END);
  }
}
