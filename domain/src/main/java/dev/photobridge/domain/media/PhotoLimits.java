package dev.photobridge.domain.media;

import java.util.Optional;
import java.util.Set;

/// Which photos are taken (PRODUCT section 2, step 2).
///
/// @param allowedTypes by content
/// @param maxFileSize inclusive
/// @param maxPixels width times height, inclusive; guards against small files that decode into
///   gigabytes
/// @param minSidePx inclusive, for the shorter side; models can do nothing with less
public record PhotoLimits(
    Set<MediaType> allowedTypes, ByteSize maxFileSize, long maxPixels, int minSidePx) {
  public PhotoLimits {
    allowedTypes = Set.copyOf(allowedTypes);
  }

  /// Why this photo is not taken, or empty when it is.
  public Optional<PhotoRefusal> refusalOf(PhotoFacts photo) {
    if (photo.fileSize().exceeds(maxFileSize)) {
      return Optional.of(new PhotoRefusal.TooLarge(maxFileSize));
    }
    if (!allowedTypes.contains(photo.type())) {
      return Optional.of(new PhotoRefusal.TypeNotAllowed(photo.type(), allowedTypes));
    }
    if (photo.storedSize().area() > maxPixels) {
      return Optional.of(new PhotoRefusal.TooManyPixels(photo.storedSize(), maxPixels));
    }
    if (photo.storedSize().shortestSide() < minSidePx) {
      return Optional.of(new PhotoRefusal.TooSmall(photo.storedSize(), minSidePx));
    }
    return Optional.empty();
  }
}
