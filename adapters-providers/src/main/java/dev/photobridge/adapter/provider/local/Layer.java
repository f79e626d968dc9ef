package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.pixels.Bitmap;
import dev.photobridge.adapter.provider.pixels.PixelReader;
import dev.photobridge.adapter.provider.pixels.Scaler;
import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.domain.media.PixelSize;

/// One image of a composition.
///
/// @param size that it is brought to
/// @param fit how
record Layer(CallPhoto photo, PixelSize size, Fit fit) {
  /// How an image fills a size of another shape.
  enum Fit {
    /// Its middle fills it; what sticks out is cut off.
    COVER,
    /// All of it fills it; its shape changes.
    STRETCH
  }

  /// Pixels held while it is read: what the decoder holds, and the scaled copy.
  long weight(PixelReader reader) {
    boolean scaled = !reader.size(photo.facts(), size).equals(size);
    return reader.weight(photo.facts(), size) + (scaled ? size.area() : 0);
  }

  /// Brings its pixels to its size.
  Bitmap fitted(Bitmap decoded) throws InterruptedException {
    return switch (fit) {
      case COVER -> Scaler.cover(decoded, size);
      case STRETCH -> Scaler.scale(decoded, size);
    };
  }
}
