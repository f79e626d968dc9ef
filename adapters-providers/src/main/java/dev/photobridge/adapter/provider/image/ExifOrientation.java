package dev.photobridge.adapter.provider.image;

import dev.photobridge.domain.media.Orientation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads the orientation out of EXIF data, which is a small TIFF file (EXIF 2.3, 4.5.2). Only the
/// first directory is looked at, and only within the bytes given, so that no loop or count in it
/// can lead astray.
final class ExifOrientation {
  /// As much of EXIF data as is ever looked at.
  static final int MAX_BYTES = 64 * 1024;

  private static final byte[] PREFIX = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int BIG_ENDIAN = 0x4D4D;
  private static final int LITTLE_ENDIAN = 0x4949;
  private static final int TIFF = 42;
  private static final int ENTRY_BYTES = 12;
  private static final int ORIENTATION = 0x0112;
  private static final int SHORT = 3;
  private static final int LONG = 4;

  private ExifOrientation() {}

  /// Whether these bytes begin as EXIF data does in a JPEG segment.
  static boolean isPrefixed(byte[] exif) {
    return exif.length >= PREFIX.length
        && Arrays.equals(exif, 0, PREFIX.length, PREFIX, 0, PREFIX.length);
  }

  /// The orientation, with or without JPEG's prefix before the data; upright where there is none or
  /// the data is broken.
  static Orientation of(byte[] exif) {
    int start = isPrefixed(exif) ? PREFIX.length : 0;
    var tiff = ByteBuffer.wrap(exif, start, exif.length - start).slice();
    if (tiff.remaining() < 8) {
      return Orientation.UPRIGHT;
    }
    switch (tiff.getChar(0)) {
      case BIG_ENDIAN -> tiff.order(ByteOrder.BIG_ENDIAN);
      case LITTLE_ENDIAN -> tiff.order(ByteOrder.LITTLE_ENDIAN);
      default -> {
        return Orientation.UPRIGHT;
      }
    }
    return tiff.getChar(2) == TIFF ? ofDirectory(tiff) : Orientation.UPRIGHT;
  }

  private static Orientation ofDirectory(ByteBuffer tiff) {
    long directory = Integer.toUnsignedLong(tiff.getInt(4));
    if (directory + 2 > tiff.limit()) {
      return Orientation.UPRIGHT;
    }
    int first = (int) directory + 2;
    int claimed = tiff.getChar((int) directory);
    int entries = Math.min(claimed, (tiff.limit() - first) / ENTRY_BYTES);
    for (int entry = 0; entry < entries; entry++) {
      int at = first + entry * ENTRY_BYTES;
      if (tiff.getChar(at) == ORIENTATION) {
        return Orientation.ofExif(value(tiff, at));
      }
    }
    return Orientation.UPRIGHT;
  }

  private static int value(ByteBuffer tiff, int entry) {
    return switch (tiff.getChar(entry + 2)) {
      case SHORT -> tiff.getChar(entry + 8);
      case LONG -> tiff.getInt(entry + 8);
      default -> 0;
    };
  }
}
