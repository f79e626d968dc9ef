package dev.photobridge.adapter.provider.pixels;

import java.awt.Point;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/// Finds where the first frame of an animated WEBP lies, which its decoder does not tell (WebP
/// container specification, `ANMF` chunk).
final class WebpFrames {
  private static final int HEADER_LENGTH = 12;

  /// The letters `ANMF` as a little-endian number.
  private static final int ANMF = 0x464d4e41;

  private WebpFrames() {}

  /// The upper left corner of the first frame. Leaves the stream anywhere, little-endian.
  ///
  /// @throws IOException when there is no frame
  static Point firstOrigin(ImageInputStream webp) throws IOException {
    webp.setByteOrder(ByteOrder.LITTLE_ENDIAN);
    webp.seek(HEADER_LENGTH);
    int type = webp.readInt();
    long length = webp.readUnsignedInt();
    while (type != ANMF) {
      webp.seek(webp.getStreamPosition() + length + (length & 1));
      type = webp.readInt();
      length = webp.readUnsignedInt();
    }
    return new Point(halfOffset(webp), halfOffset(webp));
  }

  private static int halfOffset(ImageInputStream webp) throws IOException {
    return 2 * (webp.readUnsignedShort() | (webp.readUnsignedByte() << 16));
  }
}
