package dev.photobridge.adapter.provider.local.look;

import dev.photobridge.adapter.provider.pixels.Bitmap;
import dev.photobridge.domain.media.PixelSize;

/// Changes how a picture looks, but not what it shows. Without state, for use by many threads.
public interface Look {
  /// Changes the pixels in place; alpha stays.
  void apply(Bitmap picture) throws InterruptedException;

  /// How many pixels, of four bytes each, it holds besides the picture.
  ///
  /// @param size of the picture
  default long weight(PixelSize size) {
    return 0;
  }
}
