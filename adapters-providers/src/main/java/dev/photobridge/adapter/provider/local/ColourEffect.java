package dev.photobridge.adapter.provider.local;

/// Changes the colours of a picture, each pixel for itself. Without state, for use by many threads.
interface ColourEffect {
  /// Changes the pixels in place; alpha stays.
  ///
  /// @param argb `0xAARRGGBB`
  void apply(int[] argb);
}
