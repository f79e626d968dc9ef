package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.domain.media.PixelSize;
import java.util.Arrays;
import java.util.Comparator;

/// The shapes of picture that every image model of the service makes. The service refuses computed
/// fractions; some models know still longer ones, which no camera makes.
enum AspectRatio {
  SQUARE(1, 1),
  FIVE_BY_FOUR(5, 4),
  FOUR_BY_THREE(4, 3),
  THREE_BY_TWO(3, 2),
  SIXTEEN_BY_NINE(16, 9),
  TWENTY_ONE_BY_NINE(21, 9),
  FOUR_BY_FIVE(4, 5),
  THREE_BY_FOUR(3, 4),
  TWO_BY_THREE(2, 3),
  NINE_BY_SIXTEEN(9, 16);

  private final int width;
  private final int height;

  AspectRatio(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /// The shape that differs least from this size: the one that takes the smallest stretching.
  static AspectRatio nearestTo(PixelSize size) {
    return Arrays.stream(values())
        .min(Comparator.comparingDouble(ratio -> ratio.stretchOf(size)))
        .orElseThrow();
  }

  /// As the service writes it, such as `3:2`.
  String wire() {
    return width + ":" + height;
  }

  private double stretchOf(PixelSize size) {
    return Math.abs(Math.log((double) size.width() * height / ((double) size.height() * width)));
  }
}
