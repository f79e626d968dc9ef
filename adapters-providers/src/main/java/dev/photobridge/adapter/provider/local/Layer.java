package dev.photobridge.adapter.provider.local;

import dev.photobridge.application.port.out.CallPhoto;

/// One image of a composition.
///
/// @param fit how it is brought to the size of the result
record Layer(CallPhoto photo, Fit fit) {
  /// How an image fills a size of another shape.
  enum Fit {
    /// Its middle fills it; what sticks out is cut off.
    COVER,
    /// All of it fills it; its shape changes.
    STRETCH
  }
}
