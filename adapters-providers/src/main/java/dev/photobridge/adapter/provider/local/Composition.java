package dev.photobridge.adapter.provider.local;

import dev.photobridge.domain.media.PixelSize;
import java.util.List;

/// How a result is made.
///
/// @param base the image that it begins with
/// @param touches what is done to it, one after the other
record Composition(Layer base, List<Touch> touches) {
  Composition {
    touches = List.copyOf(touches);
  }

  /// The size of the result.
  PixelSize size() {
    PixelSize size = base.size();
    for (Touch touch : touches) {
      size = touch.size(size);
    }
    return size;
  }
}
