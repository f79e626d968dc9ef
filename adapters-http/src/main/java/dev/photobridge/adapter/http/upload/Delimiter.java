package dev.photobridge.adapter.http.upload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What separates the parts of a multipart body: line break, two hyphens, boundary (RFC 2046).
/// Found by skipping (Boyer–Moore–Horspool), so that most bytes of a photo are never looked at.
/// Immutable.
final class Delimiter {
  private final byte[] bytes;
  private final int[] skips = new int[256];

  Delimiter(String boundary) {
    bytes = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    Arrays.fill(skips, bytes.length);
    for (int i = 0; i < bytes.length - 1; i++) {
      skips[bytes[i] & 0xff] = bytes.length - 1 - i;
    }
  }

  int length() {
    return bytes.length;
  }

  /// Where it begins in `buffer` from `from` on, or -1 where it is not whole before `to`.
  int indexIn(byte[] buffer, int from, int to) {
    int last = bytes.length - 1;
    for (int end = from + last; end < to; end += skips[buffer[end] & 0xff]) {
      if (isAt(buffer, end - last)) {
        return end - last;
      }
    }
    return -1;
  }

  /// Compares from the front, where the line break stands that occurs in it only once: no body can
  /// make the search slow.
  private boolean isAt(byte[] buffer, int start) {
    return buffer[start] == bytes[0]
        && Arrays.equals(buffer, start, start + bytes.length, bytes, 0, bytes.length);
  }
}
