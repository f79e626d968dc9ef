package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.pixels.Bitmap;
import dev.photobridge.domain.media.PixelSize;
import java.util.List;

/// One step on the way from the guest's photo to the result.
interface Touch {
  /// The image that it needs; at most one.
  default List<Layer> layers() {
    return List.of();
  }

  /// The size of the picture afterwards.
  default PixelSize size(PixelSize before) {
    return before;
  }

  /// How many pixels, of four bytes each, it holds besides the picture and its image.
  ///
  /// @param before size of the picture
  default long weight(PixelSize before) {
    return 0;
  }

  /// Takes the step.
  ///
  /// @param picture may be changed and is of no use afterwards
  /// @param images for [#layers], likewise
  Bitmap apply(Bitmap picture, List<Bitmap> images) throws InterruptedException;
}
