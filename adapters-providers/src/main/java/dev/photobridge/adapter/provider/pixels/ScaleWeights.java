package dev.photobridge.adapter.provider.pixels;

/// Which pixels of a line make up each pixel of a scaled line, and how much each counts:
/// Catmull-Rom, widened when scaling down so that no pixel is passed over.
final class ScaleWeights {
  private static final double RADIUS = 2;

  private final int taps;
  private final int[] first;
  private final float[] weights;

  /// @param start where the part of the line begins that is scaled
  /// @param length how many pixels of the line are scaled
  /// @param wanted how many there shall be
  ScaleWeights(int start, int length, int wanted) {
    double factor = (double) length / wanted;
    double stretch = Math.max(1, factor);
    this.taps = Math.min(length, (int) Math.ceil(2 * RADIUS * stretch) + 1);
    this.first = new int[wanted];
    this.weights = new float[wanted * taps];
    for (int i = 0; i < wanted; i++) {
      double centre = (i + 0.5) * factor - 0.5;
      int from = (int) Math.ceil(centre - RADIUS * stretch);
      int kept = Math.clamp(from, 0, length - taps);
      first[i] = start + kept;
      weigh(i, centre - kept, stretch);
    }
  }

  /// How many pixels make up each one.
  int taps() {
    return taps;
  }

  /// The first of the pixels that make up pixel `i`.
  int first(int i) {
    return first[i];
  }

  /// How much each pixel counts, [#taps] numbers a pixel, of sum 1.
  float[] weights() {
    return weights;
  }

  private void weigh(int i, double centre, double stretch) {
    double sum = 0;
    for (int tap = 0; tap < taps; tap++) {
      sum += catmullRom((tap - centre) / stretch);
    }
    for (int tap = 0; tap < taps; tap++) {
      weights[i * taps + tap] = (float) (catmullRom((tap - centre) / stretch) / sum);
    }
  }

  private static double catmullRom(double distance) {
    double x = Math.abs(distance);
    if (x >= 2) {
      return 0;
    }
    return x < 1 ? 1 + x * x * (1.5 * x - 2.5) : 2 + x * (-4 + x * (2.5 - 0.5 * x));
  }
}
