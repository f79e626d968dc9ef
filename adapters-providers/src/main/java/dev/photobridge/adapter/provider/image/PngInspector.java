package dev.photobridge.adapter.provider.image;

import static dev.photobridge.adapter.provider.image.BrokenPhotoException.unreadable;

import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PixelSize;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/// Measures a PNG by walking over its chunks to the last one and checking the checksum of each.
/// Nothing is ever inflated.
final class PngInspector {
  private static final int HEADER_BYTES = 13;
  private static final int MAX_CHUNKS = 50_000;

  /// The bit depths that each colour type may have (PNG specification, third edition, table 12).
  private static final Map<Integer, Set<Integer>> DEPTHS_BY_COLOUR =
      Map.of(
          0, Set.of(1, 2, 4, 8, 16),
          2, Set.of(8, 16),
          3, Set.of(1, 2, 4, 8),
          4, Set.of(8, 16),
          6, Set.of(8, 16));

  private final PhotoReader reader;
  private Orientation orientation = Orientation.UPRIGHT;
  private boolean animated;
  private boolean hasPixels;
  private int count;

  private PngInspector(PhotoReader reader) {
    this.reader = reader;
  }

  static PhotoFacts inspect(PhotoReader reader) throws IOException, BrokenPhotoException {
    return new PngInspector(reader).facts();
  }

  private PhotoFacts facts() throws IOException, BrokenPhotoException {
    reader.seek(PngChunk.FIRST);
    PixelSize size = readHeader();
    var chunk = nextChunk();
    while (!chunk.type().equals(PngChunk.END)) {
      read(chunk);
      chunk = nextChunk();
    }
    if (!hasPixels) {
      throw unreadable("no pixel data");
    }
    return new PhotoFacts(MediaType.PNG, size, orientation, animated, new ByteSize(reader.size()));
  }

  private PixelSize readHeader() throws IOException, BrokenPhotoException {
    var chunk = nextChunk();
    if (!chunk.type().equals(PngChunk.HEADER) || chunk.length() != HEADER_BYTES) {
      throw unreadable("no header chunk");
    }
    reader.seek(chunk.dataStart());
    long width = reader.bigEndian(4);
    long height = reader.bigEndian(4);
    int depth = reader.u8();
    int colour = reader.u8();
    boolean readable =
        DEPTHS_BY_COLOUR.getOrDefault(colour, Set.of()).contains(depth)
            && reader.u8() == 0
            && reader.u8() == 0
            && reader.u8() <= 1;
    if (!readable) {
      throw unreadable("a pixel format that PNG does not have");
    }
    reader.seek(chunk.end());
    return ClaimedSize.of(width, height);
  }

  /// The next chunk, its checksum compared; the reader stands behind it afterwards.
  private PngChunk nextChunk() throws IOException, BrokenPhotoException {
    if (++count > MAX_CHUNKS) {
      throw unreadable("too many chunks");
    }
    var chunk = PngChunk.at(reader);
    var sum = new CRC32();
    reader.seek(chunk.typeStart());
    reader.addTo(sum, chunk.dataEnd() - chunk.typeStart());
    if (reader.bigEndian(4) != sum.getValue()) {
      throw unreadable("wrong checksum of chunk " + chunk.type());
    }
    return chunk;
  }

  private void read(PngChunk chunk) throws IOException, BrokenPhotoException {
    switch (chunk.type()) {
      case PngChunk.PIXELS -> hasPixels = true;
      case PngChunk.EXIF -> {
        reader.seek(chunk.dataStart());
        orientation =
            ExifOrientation.of(
                reader.bytes((int) Math.min(chunk.length(), ExifOrientation.MAX_BYTES)));
      }
      case PngChunk.ANIMATION -> {
        reader.seek(chunk.dataStart());
        animated = reader.bigEndian(4) > 1;
      }
      default -> {}
    }
    reader.seek(chunk.end());
  }
}
