package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.pixels.Bitmap;
import dev.photobridge.domain.media.PixelSize;
import java.util.List;

/// How a result is made.
///
/// @param size of the result
/// @param layers the images it is made of
/// @param brush makes the result of them
record Composition(PixelSize size, List<Layer> layers, Brush brush) {
  Composition {
    layers = List.copyOf(layers);
  }

  /// Makes one picture of several of the same size.
  @FunctionalInterface
  interface Brush {
    /// Paints the result.
    ///
    /// @param layers in the order of the composition; may be changed and are of no use afterwards
    Bitmap paint(List<Bitmap> layers);
  }
}
