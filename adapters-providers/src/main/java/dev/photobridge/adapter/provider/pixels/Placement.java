package dev.photobridge.adapter.provider.pixels;

import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PixelSize;

/// Where the pixels of a stored picture belong in the upright one: pixel (x, y) goes to index
/// `origin + x * stepX + y * stepY`.
record Placement(int origin, int stepX, int stepY) {
  static Placement of(Orientation orientation, PixelSize stored) {
    int width = stored.width();
    int height = stored.height();
    int last = width * height - 1;
    return switch (orientation) {
      case UPRIGHT -> new Placement(0, 1, width);
      case MIRRORED -> new Placement(width - 1, -1, width);
      case HALF_TURN -> new Placement(last, -1, -width);
      case MIRRORED_HALF_TURN -> new Placement(last - width + 1, 1, -width);
      case TRANSPOSED -> new Placement(0, height, 1);
      case QUARTER_TURN_CLOCKWISE -> new Placement(height - 1, height, -1);
      case TRANSVERSED -> new Placement(last, -height, -1);
      case QUARTER_TURN_COUNTERCLOCKWISE -> new Placement(last - height + 1, -height, 1);
    };
  }
}
