package dev.photobridge.adapter.provider.pixels;

import java.awt.color.ColorSpace;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;

/// Finds the ICC profile of a WEBP, which stands right after the header that announces it (RFC
/// 9649, 2.7.1.4 `ICCP`).
final class WebpColours {
  private static final int FIRST_CHUNK = 12;

  /// The letters `VP8X` as a little-endian number.
  private static final int VP8X = 0x58385056;

  /// The letters `ICCP` likewise.
  private static final int ICCP = 0x50434349;

  private static final int MAX_PROFILE = 8 << 20;

  private WebpColours() {}

  /// The colours of its profile, where it has one that can be read. Leaves the stream anywhere,
  /// little-endian.
  static Optional<ColorSpace> in(ImageInputStream webp) throws IOException {
    webp.setByteOrder(ByteOrder.LITTLE_ENDIAN);
    webp.seek(FIRST_CHUNK);
    if (webp.readInt() != VP8X) {
      return Optional.empty();
    }
    long length = webp.readUnsignedInt();
    webp.seek(webp.getStreamPosition() + length + (length & 1));
    if (webp.readInt() != ICCP) {
      return Optional.empty();
    }
    byte[] profile = new byte[(int) Math.min(MAX_PROFILE, webp.readUnsignedInt())];
    webp.readFully(profile);
    return Profiles.colours(profile, 3);
  }
}
