package dev.photobridge.adapter.provider.pixels;

import java.awt.color.ColorSpace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;

/// What the segments of a JPEG before its picture say about its colours (ITU-T T.81, annex B; JFIF
/// 1.02; ICC.1, B.4).
final class JpegHeader {
  private static final int START_OF_SCAN = 0xffda;
  private static final int BASELINE = 0xffc0;
  private static final int PROGRESSIVE = 0xffc2;
  private static final int JFIF_SEGMENT = 0xffe0;
  private static final int PROFILE_SEGMENT = 0xffe2;
  private static final byte[] JFIF = "JFIF".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] USUAL_COMPONENTS = {1, 2, 3};

  private final ImageInputStream jpeg;
  private byte[] components = {};
  private boolean jfif;

  /// Its parts, each with its number and their count before it.
  private final List<byte[]> profile = new ArrayList<>();

  private JpegHeader(ImageInputStream jpeg) {
    this.jpeg = jpeg;
  }

  /// Reads the header and leaves the stream at its beginning.
  ///
  /// @throws IOException when it has no complete header
  static JpegHeader of(ImageInputStream jpeg) throws IOException {
    var header = new JpegHeader(jpeg);
    header.read();
    jpeg.seek(0);
    return header;
  }

  /// Whether this is gray or YCbCr of 8 bits by the look of its header, as every decoder
  /// understands alike; an Adobe marker may still say otherwise, in which case the JDK's decoder
  /// refuses.
  boolean isUsual() {
    return switch (components.length) {
      case 1 -> true;
      case 3 -> jfif || Arrays.equals(components, USUAL_COMPONENTS);
      default -> false;
    };
  }

  /// Whether it has four inks instead of three lights.
  boolean isCmyk() {
    return components.length == 4;
  }

  /// What its profile says that its numbers mean, where it has a whole one that fits.
  Optional<ColorSpace> colours() {
    var whole = new ByteArrayOutputStream();
    profile.sort(Comparator.comparingInt(part -> part[0]));
    for (int i = 0; i < profile.size(); i++) {
      byte[] part = profile.get(i);
      if (part[0] != i + 1 || part[1] != profile.size()) {
        return Optional.empty();
      }
      whole.write(part, 2, part.length - 2);
    }
    return Profiles.colours(whole.toByteArray(), components.length);
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
    } else if (marker == PROFILE_SEGMENT && length > PROFILE.length + 2) {
      byte[] segment = new byte[length];
      jpeg.readFully(segment);
      if (Arrays.equals(segment, 0, PROFILE.length, PROFILE, 0, PROFILE.length)) {
        profile.add(Arrays.copyOfRange(segment, PROFILE.length, length));
      }
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
