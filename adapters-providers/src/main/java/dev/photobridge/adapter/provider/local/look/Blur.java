package dev.photobridge.adapter.provider.local.look;

import dev.photobridge.domain.media.PixelSize;

/// Blurs planes of numbers as if by a Gaussian: three moving means come near to it.
public final class Blur {
  private static final int PASSES = 3;

  private Blur() {}

  /// Replaces every number by a mean of its neighbours; beyond the edges the plane goes on with the
  /// numbers at the edge.
  ///
  /// @param plane rows of numbers, changed in place
  /// @param radius neighbours on each side in each pass; they reach three times as far
  public static void soften(float[] plane, PixelSize size, int radius) {
    float[] line = new float[size.longestSide()];
    for (int pass = 0; pass < PASSES; pass++) {
      for (int y = 0; y < size.height(); y++) {
        soften(plane, y * size.width(), 1, size.width(), radius, line);
      }
      for (int x = 0; x < size.width(); x++) {
        soften(plane, x, size.width(), size.height(), radius, line);
      }
    }
  }

  private static void soften(
      float[] plane, int start, int step, int length, int radius, float[] line) {
    for (int i = 0; i < length; i++) {
      line[i] = plane[start + i * step];
    }
    float sum = line[0] * (radius + 1);
    for (int i = 1; i <= radius; i++) {
      sum += line[Math.min(i, length - 1)];
    }
    float share = 1f / (2 * radius + 1);
    for (int i = 0; i < length; i++) {
      plane[start + i * step] = sum * share;
      sum += line[Math.min(i + radius + 1, length - 1)] - line[Math.max(i - radius, 0)];
    }
  }
}
