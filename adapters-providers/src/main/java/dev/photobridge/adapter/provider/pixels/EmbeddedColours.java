package dev.photobridge.adapter.provider.pixels;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;

/// The colours that a photo's ICC profile describes.
sealed interface EmbeddedColours permits ProfiledRgb, ProfiledGray {
  /// Turns a row of such colours into sRGB, in place; alpha stays.
  void toSrgb(int[] argb);

  /// A conversion for these colours.
  ///
  /// @param colours of gray or RGB
  /// @param width pixels in a row
  static EmbeddedColours of(ColorSpace colours, int width) {
    return colours.getNumComponents() == 1
        ? new ProfiledGray(colours)
        : new ProfiledRgb(colours, width);
  }

  /// Whether these colours can be converted and differ from sRGB. Broken profiles pass for sRGB,
  /// and so do the many that spell sRGB out.
  static boolean matter(ColorSpace colours) {
    try {
      return colours.getNumComponents() == 1
          ? ProfiledGray.differsFromSrgb(colours)
          : ProfiledRgb.differsFromSrgb(colours);
    } catch (CMMException | IllegalArgumentException _) {
      return false;
    }
  }
}
