package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.pixels.Argb;

/// The shine of a screen on what stands before it: too much of the screen's strongest part.
///
/// @param part 0 for red, 1 for green, 2 for blue
/// @param taken how much of it is taken off, 0 to 1
record Spill(int part, float taken) {
  /// @param key colour of the screen, `0xRRGGBB`
  static Spill of(int key, double taken) {
    return new Spill(strongest(key), (float) taken);
  }

  /// Limits the part by the two others.
  ///
  /// @param light red, green and blue as amounts of light, changed in place
  /// @param shine how far above the mean of the others it may be: 0 not at all, 1 as far as the
  ///   stronger one of them
  void limit(float[] light, float shine) {
    float other = light[(part + 1) % 3];
    float another = light[(part + 2) % 3];
    float mean = (other + another) / 2;
    float limit = mean + (Math.max(other, another) - mean) * shine;
    light[part] -= taken * Math.max(0, light[part] - limit);
  }

  private static int strongest(int colour) {
    int red = Argb.red(colour);
    int green = Argb.green(colour);
    int blue = Argb.blue(colour);
    if (green >= red && green >= blue) {
      return 1;
    }
    return blue >= red ? 2 : 0;
  }
}
