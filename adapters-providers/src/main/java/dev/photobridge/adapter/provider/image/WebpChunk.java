package dev.photobridge.adapter.provider.image;

import static dev.photobridge.adapter.provider.image.BrokenPhotoException.truncated;
import static dev.photobridge.adapter.provider.image.BrokenPhotoException.unreadable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// One chunk of a WEBP's RIFF container (RFC 9649, section 2.3).
///
/// @param type four characters
/// @param start where its type is
/// @param length of its data
record WebpChunk(String type, long start, long length) {
  /// Where the first chunk begins: behind `RIFF`, the size and `WEBP`.
  static final int FIRST = 12;

  static final String LOSSY = "VP8 ";
  static final String LOSSLESS = "VP8L";
  static final String EXTENDED = "VP8X";
  static final String EXIF = "EXIF";
  static final String COLOUR_PROFILE = "ICCP";
  static final String ALPHA = "ALPH";
  static final String FRAME = "ANMF";

  /// The bits of the first byte of `VP8X`.
  static final int EXIF_FLAG = 0x08;

  static final int XMP_FLAG = 0x04;
  static final int ANIMATION_FLAG = 0x02;

  private static final int HEADER_BYTES = 8;
  private static final int MAX_CHUNKS = 50_000;

  /// The length of the data of `VP8X`.
  static final int EXTENDED_BYTES = 10;

  /// All chunks of the container, none of which goes beyond its end; what follows the container is
  /// left out.
  static List<WebpChunk> listed(PhotoReader reader) throws IOException, BrokenPhotoException {
    reader.seek(4);
    long containerEnd = 8 + reader.littleEndian(4);
    if (containerEnd > reader.size()) {
      throw truncated();
    }
    var chunks = new ArrayList<WebpChunk>();
    long at = FIRST;
    while (containerEnd - at >= HEADER_BYTES) {
      reader.seek(at);
      var chunk = new WebpChunk(reader.fourLetters(), at, reader.littleEndian(4));
      if (chunk.dataEnd() > containerEnd || chunks.size() == MAX_CHUNKS) {
        throw unreadable("chunks that do not fit into the container");
      }
      chunks.add(chunk);
      at = chunk.end();
    }
    return chunks;
  }

  /// Where its data begins.
  long dataStart() {
    return start + HEADER_BYTES;
  }

  /// Where its data ends.
  long dataEnd() {
    return dataStart() + length;
  }

  /// Where the next chunk begins: the next even place.
  long end() {
    return dataEnd() + (length & 1);
  }
}
