package dev.photobridge.adapter.provider.pixels;

import dev.photobridge.domain.media.PixelSize;
import java.awt.Rectangle;
import java.util.Arrays;

/// One scaling: first along the rows, then down the columns, holding only the rows under the
/// filter. Works on colours multiplied by alpha, so that transparent pixels lend no colour, and on
/// amounts of light where the picture becomes smaller, so that fine patterns keep their brightness.
/// Where it becomes larger no patterns are lost, and light would only bring out the filter's dark
/// seams along bright edges.
final class Scaling {
  private static final int CHANNELS = 4;

  private final Bitmap bitmap;
  private final PixelSize wanted;
  private final ScaleWeights columns;
  private final ScaleWeights rows;
  private final float[][] window;
  private final ToneCurve curve;
  private int windowEnd;

  Scaling(Bitmap bitmap, Rectangle part, PixelSize wanted) {
    this.bitmap = bitmap;
    this.wanted = wanted;
    this.columns = new ScaleWeights(part.x, part.width, wanted.width());
    this.rows = new ScaleWeights(part.y, part.height, wanted.height());
    this.window = new float[rows.taps()][CHANNELS * wanted.width()];
    boolean smaller = wanted.width() <= part.width && wanted.height() <= part.height;
    this.curve = smaller ? ToneCurve.LIGHT : ToneCurve.PLAIN;
  }

  Bitmap scaled() throws InterruptedException {
    int[] argb = new int[Math.toIntExact(wanted.area())];
    float[] sums = new float[CHANNELS * wanted.width()];
    for (int y = 0; y < wanted.height(); y++) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      moveWindow(rows.first(y));
      addRows(y, sums);
      pack(sums, argb, y * wanted.width());
    }
    return Bitmap.of(wanted, argb, bitmap.isOpaque());
  }

  private void moveWindow(int first) {
    for (int y = Math.max(first, windowEnd); y < first + window.length; y++) {
      scaleRow(y * bitmap.size().width(), window[y % window.length]);
    }
    windowEnd = first + window.length;
  }

  private void scaleRow(int start, float[] out) {
    int[] argb = bitmap.argb();
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
      out[4 * x] = alphas;
      out[4 * x + 1] = reds;
      out[4 * x + 2] = greens;
      out[4 * x + 3] = blues;
    }
  }

  private void addRows(int y, float[] sums) {
    Arrays.fill(sums, 0);
    for (int tap = 0; tap < window.length; tap++) {
      float weight = rows.weights()[y * window.length + tap];
      float[] row = window[(rows.first(y) + tap) % window.length];
      for (int i = 0; i < sums.length; i++) {
        sums[i] += weight * row[i];
      }
    }
  }

  private void pack(float[] sums, int[] argb, int start) {
    for (int x = 0, at = 0; x < wanted.width(); x++, at += CHANNELS) {
      float alpha = sums[at];
      int level = bitmap.isOpaque() ? 255 : Argb.level(rounded(alpha));
      argb[start + x] =
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
