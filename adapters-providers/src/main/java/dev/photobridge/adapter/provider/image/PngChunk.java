package dev.photobridge.adapter.provider.image;

import java.io.IOException;
import java.util.regex.Pattern;

/// One chunk of a PNG (PNG specification, third edition, 5.3): length, type, data, checksum.
///
/// @param type four letters
/// @param start where its length is
/// @param length of its data
record PngChunk(String type, long start, long length) {
  /// Where the first chunk begins: behind the signature.
  static final int FIRST = 8;

  static final String HEADER = "IHDR";
  static final String PIXELS = "IDAT";
  static final String END = "IEND";
  static final String ANIMATION = "acTL";
  static final String EXIF = "eXIf";

  private static final Pattern NAME = Pattern.compile("[A-Za-z]{4}");
  private static final int CHECKSUM_BYTES = 4;

  /// The chunk that begins where the reader is; the reader stands at its data afterwards.
  static PngChunk at(PhotoReader reader) throws IOException, BrokenPhotoException {
    long start = reader.position();
    long length = reader.bigEndian(4);
    String type = reader.fourLetters();
    if (length > Integer.MAX_VALUE || !NAME.matcher(type).matches()) {
      throw BrokenPhotoException.unreadable("something that is no chunk");
    }
    return new PngChunk(type, start, length);
  }

  /// Whether the picture can't be shown without it, which its first letter tells.
  boolean isCritical() {
    return Character.isUpperCase(type.charAt(0));
  }

  /// Where its type is, from which on the checksum counts.
  long typeStart() {
    return start + 4;
  }

  /// Where its data begins.
  long dataStart() {
    return start + 8;
  }

  /// Where its data ends and its checksum begins.
  long dataEnd() {
    return dataStart() + length;
  }

  /// Where the next chunk begins.
  long end() {
    return dataEnd() + CHECKSUM_BYTES;
  }
}
