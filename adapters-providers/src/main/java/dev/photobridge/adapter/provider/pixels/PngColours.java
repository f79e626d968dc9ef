package dev.photobridge.adapter.provider.pixels;

import java.awt.color.ColorSpace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import javax.imageio.stream.ImageInputStream;

/// Finds the ICC profile of a PNG, which the JDK's decoder passes over (PNG specification, 11.3.2.3
/// `iCCP`). Reads chunk headers and at most a few megabytes, whatever the file claims.
final class PngColours {
  private static final int SIGNATURE_LENGTH = 8;

  /// After the header chunk's length and type, width, height and depth.
  private static final int COLOUR_TYPE_AT = 25;

  /// Of the colour type: three channels, not one.
  private static final int COLOUR = 2;

  private static final int ICCP = 0x69434350;
  private static final int IDAT = 0x49444154;
  private static final int MAX_COMPRESSED = 4 << 20;
  private static final int MAX_PROFILE = 8 << 20;

  private PngColours() {}

  /// The colours of its profile, where it has one that can be read and fits. Leaves the stream
  /// anywhere.
  static Optional<ColorSpace> in(ImageInputStream png) throws IOException {
    png.seek(COLOUR_TYPE_AT);
    int channels = (png.readUnsignedByte() & COLOUR) == 0 ? 1 : 3;
    png.seek(SIGNATURE_LENGTH);
    long length = png.readUnsignedInt();
    int type = png.readInt();
    while (type != ICCP && type != IDAT) {
      png.seek(png.getStreamPosition() + length + 4);
      length = png.readUnsignedInt();
      type = png.readInt();
    }
    return type == ICCP && length <= MAX_COMPRESSED
        ? colours(chunk(png, (int) length), channels)
        : Optional.empty();
  }

  private static byte[] chunk(ImageInputStream png, int length) throws IOException {
    byte[] chunk = new byte[length];
    png.readFully(chunk);
    return chunk;
  }

  private static Optional<ColorSpace> colours(byte[] chunk, int channels) {
    int nameLength = 0;
    while (nameLength < chunk.length && chunk[nameLength] != 0) {
      nameLength++;
    }
    int start = Math.min(chunk.length, nameLength + 2);
    var compressed = new ByteArrayInputStream(chunk, start, chunk.length - start);
    try (var inflated = new InflaterInputStream(compressed)) {
      return Profiles.colours(inflated.readNBytes(MAX_PROFILE), channels);
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
