package dev.photobridge.domain.media;

import java.util.Arrays;

/// How stored pixels have to be turned to stand upright: the eight values of the EXIF tag
/// `Orientation` (EXIF 2.3, 4.6.4, tag 0x0112), named after what turns them upright.
public enum Orientation {
  UPRIGHT(1, false),
  MIRRORED(2, false),
  HALF_TURN(3, false),
  MIRRORED_HALF_TURN(4, false),
  TRANSPOSED(5, true),
  QUARTER_TURN_CLOCKWISE(6, true),
  TRANSVERSED(7, true),
  QUARTER_TURN_COUNTERCLOCKWISE(8, true);

  private final int exifValue;
  private final boolean swapsSides;

  Orientation(int exifValue, boolean swapsSides) {
    this.exifValue = exifValue;
    this.swapsSides = swapsSides;
  }

  /// The orientation of an EXIF value; whatever is not 1 to 8 counts as upright, since cameras
  /// write 0.
  public static Orientation ofExif(int value) {
    return Arrays.stream(values())
        .filter(orientation -> orientation.exifValue == value)
        .findFirst()
        .orElse(UPRIGHT);
  }

  /// The EXIF value, 1 to 8.
  public int exifValue() {
    return exifValue;
  }

  /// Whether width and height change places when the picture is turned upright.
  public boolean swapsSides() {
    return swapsSides;
  }

  /// The upright size of a picture stored in this size.
  public PixelSize upright(PixelSize stored) {
    return swapsSides ? stored.turned() : stored;
  }
}
