package dev.photobridge.domain.slot;

import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PixelSize;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the processed photo shall look. What is not set stays as the provider made it, byte for byte
/// where possible.
///
/// @param format the file format wanted; null: the one the provider chose
/// @param quality JPEG quality in percent, used only where the photo has to be encoded anew
/// @param maxSidePx the longest side allowed in pixels; null: no limit
public record OutputSettings(@Nullable MediaType format, int quality, @Nullable Integer maxSidePx) {
  /// JPEG quality where a slot names none.
  public static final int DEFAULT_QUALITY = 92;

  /// Nothing asked for.
  public static final OutputSettings AS_PRODUCED = new OutputSettings(null, DEFAULT_QUALITY, null);

  public OutputSettings {
    if (!isQuality(quality)) {
      throw new IllegalArgumentException("quality must be 1 to 100, not " + quality);
    }
    if (maxSidePx != null && maxSidePx < 1) {
      throw new IllegalArgumentException("max_side_px must be positive, not " + maxSidePx);
    }
  }

  /// Reads `format`, `quality` and `max_side_px` of a slot's `output` setting; what makes no sense
  /// there counts as not set.
  static OutputSettings of(SlotSettings output) {
    return new OutputSettings(
        output.text("format").flatMap(format -> MediaType.ofMime("image/" + format)).orElse(null),
        output.integer("quality").filter(OutputSettings::isQuality).orElse(DEFAULT_QUALITY),
        output.integer("max_side_px").filter(side -> side >= 1).orElse(null));
  }

  /// The size a photo of this size ends up with.
  public PixelSize sizeFor(PixelSize produced) {
    return Optional.ofNullable(maxSidePx).map(produced::fittedInto).orElse(produced);
  }

  /// Whether a photo like this already is what the slot asks for: format, size, and upright.
  public boolean isMetBy(PhotoFacts photo) {
    return (format == null || format == photo.type())
        && sizeFor(photo.storedSize()).equals(photo.storedSize())
        && photo.orientation() == Orientation.UPRIGHT;
  }

  private static boolean isQuality(int percent) {
    return percent >= 1 && percent <= 100;
  }
}
