package dev.photobridge.adapter.provider.image;

import dev.photobridge.domain.media.PixelSize;

/// The size that a header claims, which may be anything.
final class ClaimedSize {
  private ClaimedSize() {}

  /// A size as large as claimed; whether it is too large is for photo limits to judge.
  ///
  /// @throws BrokenPhotoException when a side is zero or past 2^31-1
  static PixelSize of(long width, long height) throws BrokenPhotoException {
    if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      throw BrokenPhotoException.unreadable("impossible size " + width + "x" + height);
    }
    return new PixelSize((int) width, (int) height);
  }
}
