package dev.photobridge.adapter.provider.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Leaves of a still WEBP its pixels, alpha and colour profile, in a container of fitting size.
final class WebpCutter {
  private static final Set<String> KEPT =
      Set.of(
          WebpChunk.EXTENDED,
          WebpChunk.COLOUR_PROFILE,
          WebpChunk.ALPHA,
          WebpChunk.LOSSY,
          WebpChunk.LOSSLESS);

  private WebpCutter() {}

  static PieceList cut(PhotoReader reader) throws IOException, BrokenPhotoException {
    var kept = keptChunks(reader);
    long size = 4 + kept.stream().mapToLong(chunk -> chunk.end() - chunk.start()).sum();
    var pieces = new PieceList();
    pieces.insert(header(size));
    for (var chunk : kept) {
      if (chunk.type().equals(WebpChunk.EXTENDED)) {
        keepExtended(pieces, chunk, reader);
      } else {
        pieces.keep(chunk.start(), chunk.dataEnd());
      }
      if (chunk.end() > chunk.dataEnd()) {
        pieces.insert((byte) 0);
      }
    }
    return pieces;
  }

  private static List<WebpChunk> keptChunks(PhotoReader reader)
      throws IOException, BrokenPhotoException {
    var kept = new ArrayList<WebpChunk>();
    for (var chunk : WebpChunk.listed(reader)) {
      if (KEPT.contains(chunk.type())) {
        kept.add(chunk);
      }
    }
    return kept;
  }

  private static byte[] header(long size) {
    return ByteBuffer.allocate(WebpChunk.FIRST)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt((int) size)
        .put("WEBP".getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  /// Keeps the extended header, but no longer says that there is metadata.
  private static void keepExtended(PieceList pieces, WebpChunk chunk, PhotoReader reader)
      throws IOException, BrokenPhotoException {
    reader.seek(chunk.dataStart());
    int flags = reader.u8() & ~(WebpChunk.EXIF_FLAG | WebpChunk.XMP_FLAG);
    pieces.keep(chunk.start(), chunk.dataStart());
    pieces.insert((byte) flags);
    pieces.keep(chunk.dataStart() + 1, chunk.dataEnd());
  }
}
