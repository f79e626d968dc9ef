package dev.photobridge.adapter.provider.pixels;

import dev.photobridge.domain.media.PixelSize;
import java.awt.Rectangle;
import java.util.Arrays;

/// One scaling: takes a picture row by row, scales first along the rows, then down the columns, and
/// holds only the rows under the filter. Works on colours multiplied by alpha, so that transparent
/// pixels lend no colour, and on amounts of light where the picture becomes smaller, so that fine
/// patterns keep their brightness. Where it becomes larger no patterns are lost, and light would
/// only bring out the filter's dark seams along bright edges.
final class Scaling {
  private static final int CHANNELS = 4;

  private final PixelSize wanted;
  private final ScaleWeights columns;
  private final ScaleWeights rows;
  private final float[][] window;
  private final float[] sums;
  private final int[] scaledRow;
  private final ToneCurve curve;
  private final Rows out;
  private int next;

  /// Takes what comes of it.
  @FunctionalInterface
  interface Rows {
    /// Takes the next row, from the top; its pixels are overwritten by the one after it.
    void take(int y, int[] row);
  }

  /// @param part of the picture that is scaled
  /// @param wanted its size then
  Scaling(Rectangle part, PixelSize wanted, Rows out) {
    this.wanted = wanted;
    this.columns = new ScaleWeights(part.x, part.width, wanted.width());
    this.rows = new ScaleWeights(part.y, part.height, wanted.height());
    this.window = new float[rows.taps()][CHANNELS * wanted.width()];
    this.sums = new float[CHANNELS * wanted.width()];
    this.scaledRow = new int[wanted.width()];
    boolean smaller = wanted.width() <= part.width && wanted.height() <= part.height;
    this.curve = smaller ? ToneCurve.LIGHT : ToneCurve.PLAIN;
    this.out = out;
  }

  /// Takes the picture's next row; rows above and below the part may be left out.
  ///
  /// @param y its number in the whole picture
  /// @param argb holds its pixels, all of the picture's width
  /// @param start where they begin
  void row(int y, int[] argb, int start) {
    scaleRow(argb, start, window[y % window.length]);
    while (next < wanted.height() && rows.first(next) + window.length - 1 <= y) {
      addRows(next);
      pack();
      out.take(next, scaledRow);
      next++;
    }
  }

  private void scaleRow(int[] argb, int start, float[] to) {
    int taps = columns.taps();
    float[] weights = columns.weights();
    for (int x = 0, w = 0; x < wanted.width(); x++) {
      float alphas = 0;
      float reds = 0;
      float greens = 0;
      float blues = 0;
      int at = start + columns.first(x);
      for (int tap = 0; tap < taps; tap++) {
        int pixel = argb[at + tap];
        float weight = weights[w++] * Argb.alpha(pixel);
        alphas += weight;
        reds += weight * curve.amount(Argb.red(pixel));
        greens += weight * curve.amount(Argb.green(pixel));
        blues += weight * curve.amount(Argb.blue(pixel));
      }
      to[4 * x] = alphas;
      to[4 * x + 1] = reds;
      to[4 * x + 2] = greens;
      to[4 * x + 3] = blues;
    }
  }

  private void addRows(int y) {
    Arrays.fill(sums, 0);
    for (int tap = 0; tap < window.length; tap++) {
      float weight = rows.weights()[y * window.length + tap];
      float[] row = window[(rows.first(y) + tap) % window.length];
      for (int i = 0; i < sums.length; i++) {
        sums[i] += weight * row[i];
      }
    }
  }

  private void pack() {
    for (int x = 0, at = 0; x < scaledRow.length; x++, at += CHANNELS) {
      float alpha = sums[at];
      int level = Argb.level(rounded(alpha));
      scaledRow[x] =
          level == 0
              ? 0
              : Argb.of(
                  level,
                  curve.level(rounded(sums[at + 1] / alpha)),
                  curve.level(rounded(sums[at + 2] / alpha)),
                  curve.level(rounded(sums[at + 3] / alpha)));
    }
  }

  private static int rounded(float value) {
    return (int) (value + 0.5f);
  }
}
