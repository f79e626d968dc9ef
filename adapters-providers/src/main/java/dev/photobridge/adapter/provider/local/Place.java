package dev.photobridge.adapter.provider.local;

import dev.photobridge.domain.media.PixelSize;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Where something small stands in a picture.
enum Place {
  TOP_LEFT(0, 0),
  TOP_CENTER(1, 0),
  TOP_RIGHT(2, 0),
  CENTER(1, 1),
  BOTTOM_LEFT(0, 2),
  BOTTOM_CENTER(1, 2),
  BOTTOM_RIGHT(2, 2);

  /// Of the picture's shorter side.
  private static final double MARGIN = 0.03;

  private final int column;
  private final int row;

  Place(int column, int row) {
    this.column = column;
    this.row = row;
  }

  /// The words that stand in settings, such as `bottom_right`.
  static List<String> words() {
    return Arrays.stream(values()).map(place -> place.name().toLowerCase(Locale.ROOT)).toList();
  }

  /// The place of that name, one of [#words].
  static Place of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// How far from the edges things stand.
  static int margin(PixelSize picture) {
    return (int) Math.round(MARGIN * picture.shortestSide());
  }

  /// Which part of the room beside a line lies left of it.
  double alignment() {
    return column / 2.0;
  }

  /// The left edge of something so wide.
  int x(PixelSize picture, int width) {
    return at(column, picture.width() - width, margin(picture));
  }

  /// The upper edge of something so high.
  int y(PixelSize picture, int height) {
    return at(row, picture.height() - height, margin(picture));
  }

  private static int at(int third, int room, int margin) {
    return switch (third) {
      case 0 -> Math.min(margin, Math.max(0, room));
      case 1 -> room / 2;
      default -> Math.max(room - margin, Math.min(0, room));
    };
  }
}
