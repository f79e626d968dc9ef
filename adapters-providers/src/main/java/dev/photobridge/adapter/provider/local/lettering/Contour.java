package dev.photobridge.adapter.provider.local.lettering;

import java.awt.geom.Path2D;

/// One closed line of points on it and points that bend it; between two of the latter lies one of
/// the former that is not spelt out (OpenType 1.9, `glyf`).
final class Contour {
  private static final int ON_CURVE = 0x01;

  private final int[] flags;
  private final int[] xs;
  private final int[] ys;
  private final int first;
  private final int length;

  /// @param flags of all points of the glyph, as are the coordinates
  /// @param first the line's first point
  /// @param last its last one
  Contour(int[] flags, int[] xs, int[] ys, int first, int last) {
    this.flags = flags;
    this.xs = xs;
    this.ys = ys;
    this.first = first;
    this.length = last - first + 1;
  }

  /// Adds the line to a path.
  void append(Path2D path) {
    int start = 0;
    while (start < length && !onCurve(start)) {
      start++;
    }
    boolean bentOnly = start == length;
    if (bentOnly) {
      start = 0;
      path.moveTo(middle(xs, 0, length - 1), middle(ys, 0, length - 1));
    } else {
      path.moveTo(x(start), y(start));
    }
    for (int i = bentOnly ? 0 : 1; i <= length - (bentOnly ? 1 : 0); i++) {
      add(path, start + i);
    }
    path.closePath();
  }

  private void add(Path2D path, int i) {
    if (onCurve(i)) {
      if (onCurve(i - 1)) {
        path.lineTo(x(i), y(i));
      }
    } else if (onCurve(i + 1)) {
      path.quadTo(x(i), y(i), x(i + 1), y(i + 1));
    } else {
      path.quadTo(x(i), y(i), middle(xs, i, i + 1), middle(ys, i, i + 1));
    }
  }

  private boolean onCurve(int i) {
    return (flags[at(i)] & ON_CURVE) != 0;
  }

  private int x(int i) {
    return xs[at(i)];
  }

  private int y(int i) {
    return ys[at(i)];
  }

  private double middle(int[] numbers, int i, int j) {
    return (numbers[at(i)] + numbers[at(j)]) / 2.0;
  }

  private int at(int i) {
    return first + Math.floorMod(i, length);
  }
}
