package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.domain.media.PixelSize;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A shape of picture that a model makes. The service refuses computed fractions, so the nearest
/// one of its list is asked for.
record AspectRatio(int width, int height) {
  /// Those that every image model of the service makes.
  static final List<AspectRatio> COMMON =
      List.of(
          new AspectRatio(1, 1),
          new AspectRatio(5, 4),
          new AspectRatio(4, 3),
          new AspectRatio(3, 2),
          new AspectRatio(16, 9),
          new AspectRatio(21, 9),
          new AspectRatio(4, 5),
          new AspectRatio(3, 4),
          new AspectRatio(2, 3),
          new AspectRatio(9, 16));

  private static final Pattern SHAPE = Pattern.compile("([1-9][0-9]?):([1-9][0-9]?)");

  /// Reads what [#wire] writes.
  ///
  /// @throws IllegalArgumentException when it is something else
  static AspectRatio of(String text) {
    Matcher shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      throw new IllegalArgumentException("an aspect ratio looks like 3:2, not " + text);
    }
    return new AspectRatio(Integer.parseInt(shape.group(1)), Integer.parseInt(shape.group(2)));
  }

  /// The one of these that differs least from this size: that takes the smallest stretching.
  ///
  /// @param ratios at least one
  static AspectRatio nearestTo(PixelSize size, List<AspectRatio> ratios) {
    return ratios.stream()
        .min(Comparator.comparingDouble(ratio -> size.stretchTo(ratio.shape())))
        .orElseThrow();
  }

  /// As the service writes it, such as `3:2`.
  String wire() {
    return width + ":" + height;
  }

  private PixelSize shape() {
    return new PixelSize(width, height);
  }
}
