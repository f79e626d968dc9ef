package dev.photobridge.fault.photo;

import java.util.Arrays;
import java.util.Optional;

/// The part of a JPEG that is its picture: everything from the first scan on.
final class JpegScan {
  private static final int START_OF_SCAN = 0xDA;

  private JpegScan() {}

  /// A digest of it; empty where there is none.
  static Optional<String> digest(byte[] jpeg) {
    int at = 2;
    while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
      if ((jpeg[at + 1] & 0xFF) == START_OF_SCAN) {
        return Optional.of(Digest.of(Arrays.copyOfRange(jpeg, at, jpeg.length)));
      }
      at += 2 + ((jpeg[at + 2] & 0xFF) << 8) + (jpeg[at + 3] & 0xFF);
    }
    return Optional.empty();
  }
}
