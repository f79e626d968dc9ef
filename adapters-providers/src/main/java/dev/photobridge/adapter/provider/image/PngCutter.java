package dev.photobridge.adapter.provider.image;

import java.io.IOException;
import java.util.Set;

/// Leaves of a PNG what decoders need and what colours, transparency and pixel shape need. Text,
/// times, EXIF, animation frames and private chunks go.
final class PngCutter {
  private static final Set<String> KEPT =
      Set.of(
          "tRNS", "iCCP", "sRGB", "gAMA", "cHRM", "cICP", "mDCV", "cLLI", "sBIT", "bKGD", "pHYs");

  private PngCutter() {}

  static PieceList cut(PhotoReader reader) throws IOException, BrokenPhotoException {
    var pieces = new PieceList();
    pieces.keep(0, PngChunk.FIRST);
    reader.seek(PngChunk.FIRST);
    PngChunk chunk;
    do {
      chunk = PngChunk.at(reader);
      if (chunk.isCritical() || KEPT.contains(chunk.type())) {
        pieces.keep(chunk.start(), chunk.end());
      }
      reader.seek(chunk.end());
    } while (!chunk.type().equals(PngChunk.END));
    return pieces;
  }
}
