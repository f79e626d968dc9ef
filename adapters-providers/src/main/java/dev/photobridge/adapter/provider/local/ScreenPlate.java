package dev.photobridge.adapter.provider.local;

import dev.photobridge.domain.media.PixelSize;

/// What a screen of one colour looks like at each place of a picture, with its own shade of the key
/// colour and its uneven light.
final class ScreenPlate {
  /// Numbers a cell and a pixel: red, green and blue as amounts of light; the two parts of 1 over
  /// the colour, the colour being a complex number of `cb` and `cr`; and 1 over the brightness.
  static final int PARTS = 6;

  private final PixelSize size;
  private final int columns;
  private final int rows;
  private final float[] cells;

  /// @param size of the picture
  /// @param cells [#PARTS] numbers a cell, in even rows
  ScreenPlate(PixelSize size, int columns, int rows, float[] cells) {
    this.size = size;
    this.columns = columns;
    this.rows = rows;
    this.cells = cells;
  }

  /// The screen along a row of the picture.
  ///
  /// @param out [#PARTS] numbers a pixel
  void read(int y, float[] out) {
    float down = place(y, size.height(), rows);
    int upper = (int) down;
    int lower = Math.min(upper + 1, rows - 1);
    for (int x = 0; x < size.width(); x++) {
      float along = place(x, size.width(), columns);
      int left = (int) along;
      int right = Math.min(left + 1, columns - 1);
      for (int part = 0; part < PARTS; part++) {
        float above = between(upper, left, right, part, along - left);
        float below = between(lower, left, right, part, along - left);
        out[x * PARTS + part] = above + (below - above) * (down - upper);
      }
    }
  }

  private float between(int row, int left, int right, int part, float way) {
    float from = cells[(row * columns + left) * PARTS + part];
    return from + (cells[(row * columns + right) * PARTS + part] - from) * way;
  }

  private static float place(int at, int whole, int parts) {
    return Math.clamp((at + 0.5f) * parts / whole - 0.5f, 0f, parts - 1f);
  }
}
