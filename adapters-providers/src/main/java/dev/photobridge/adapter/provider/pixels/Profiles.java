package dev.photobridge.adapter.provider.pixels;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Optional;

/// ICC profiles as they are found in photos.
final class Profiles {
  private Profiles() {}

  /// The colours that a profile describes, where it is whole and made for so many channels: one for
  /// gray, three for RGB.
  static Optional<ColorSpace> colours(byte[] profile, int channels) {
    try {
      var colours = new ICC_ColorSpace(ICC_Profile.getInstance(profile));
      return colours.getType() == type(channels) ? Optional.of(colours) : Optional.empty();
    } catch (IllegalArgumentException | CMMException _) {
      return Optional.empty();
    }
  }

  private static int type(int channels) {
    return channels == 1 ? ColorSpace.TYPE_GRAY : ColorSpace.TYPE_RGB;
  }
}
