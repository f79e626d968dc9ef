package dev.photobridge.adapter.provider.pixels;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;

/// Tells the JPEGs whose colours every decoder understands alike from most others, by the segments
/// before the picture (ITU-T T.81, annex B; JFIF 1.02).
final class JpegHeader {
  private static final int START_OF_SCAN = 0xffda;
  private static final int BASELINE = 0xffc0;
  private static final int PROGRESSIVE = 0xffc2;
  private static final int JFIF_SEGMENT = 0xffe0;
  private static final byte[] JFIF = "JFIF".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] USUAL_COMPONENTS = {1, 2, 3};

  private final ImageInputStream jpeg;
  private byte[] components = {};
  private boolean jfif;

  private JpegHeader(ImageInputStream jpeg) {
    this.jpeg = jpeg;
  }

  /// Whether this is gray or YCbCr of 8 bits by the look of its header; an Adobe marker may still
  /// say otherwise, in which case the JDK's decoder refuses. Leaves the stream at its beginning.
  ///
  /// @throws IOException when it has no complete header
  static boolean isUsual(ImageInputStream jpeg) throws IOException {
    var header = new JpegHeader(jpeg);
    header.read();
    jpeg.seek(0);
    return header.isUsual();
  }

  private boolean isUsual() {
    return switch (components.length) {
      case 1 -> true;
      case 3 -> jfif || Arrays.equals(components, USUAL_COMPONENTS);
      default -> false;
    };
  }

  private void read() throws IOException {
    jpeg.seek(2);
    int marker = jpeg.readUnsignedShort();
    while (marker != START_OF_SCAN) {
      if (marker == 0xffff) {
        // A fill byte before the marker itself.
        jpeg.seek(jpeg.getStreamPosition() - 1);
      } else {
        long start = jpeg.getStreamPosition();
        int length = jpeg.readUnsignedShort();
        readSegment(marker, length - 2);
        jpeg.seek(start + length);
      }
      marker = jpeg.readUnsignedShort();
    }
  }

  private void readSegment(int marker, int length) throws IOException {
    if (marker >= BASELINE && marker <= PROGRESSIVE) {
      readFrame();
    } else if (marker == JFIF_SEGMENT && length >= JFIF.length) {
      byte[] name = new byte[JFIF.length];
      jpeg.readFully(name);
      jfif |= Arrays.equals(name, JFIF);
    }
  }

  private void readFrame() throws IOException {
    int bits = jpeg.readUnsignedByte();
    jpeg.skipBytes(4);
    int count = jpeg.readUnsignedByte();
    components = new byte[bits == 8 ? count : 0];
    for (int i = 0; i < components.length; i++) {
      components[i] = jpeg.readByte();
      jpeg.skipBytes(2);
    }
  }
}
