package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.local.look.Luma;
import dev.photobridge.adapter.provider.pixels.Argb;
import dev.photobridge.adapter.provider.pixels.Bitmap;
import dev.photobridge.adapter.provider.pixels.ToneCurve;
import dev.photobridge.domain.media.PixelSize;

/// Measures the screen behind the guests in cells where it can be seen, and carries it on from
/// there to the cells that they cover. For one picture.
final class ScreenMeasuring {
  private static final int CELLS = 24;

  /// Pixels looked at along the longest side; more tell no more.
  private static final int SAMPLES = 1200;

  /// The cosine of how far the screen's hue may lie from the key's.
  private static final double NEAR_HUE = 0.85;

  /// How weak the screen's colour may be, as a part of the key's, before it is none.
  private static final double WEAKEST = 0.3;

  /// The weakest part of the screen, as a part of its strong ones.
  private static final double SHADED = 0.45;

  /// Which part of all pixels of the key's hue is stronger than the strong ones.
  private static final double STRONGER = 0.1;

  /// A cell of which less than this part shows the screen knows nothing.
  private static final double SEEN = 0.04;

  private static final int LEVELS = 256;

  /// Numbers a cell: the sums of red, green and blue, each times its weight, and of the weights.
  private static final int SUMS = 4;

  private final Bitmap picture;
  private final int key;
  private final int keyCb;
  private final int keyCr;
  private final double keyStrength;
  private final int columns;
  private final int rows;
  private final int step;

  /// @param key the colour that the screen is said to have, `0xRRGGBB`, not near gray
  ScreenMeasuring(Bitmap picture, int key) {
    PixelSize size = picture.size();
    this.picture = picture;
    this.key = key;
    this.keyCb = Luma.cb(key) - Luma.NEUTRAL;
    this.keyCr = Luma.cr(key) - Luma.NEUTRAL;
    this.keyStrength = Math.hypot(keyCb, keyCr);
    this.columns = Math.max(1, Math.round((float) CELLS * size.width() / size.longestSide()));
    this.rows = Math.max(1, Math.round((float) CELLS * size.height() / size.longestSide()));
    this.step = Math.max(1, size.longestSide() / SAMPLES);
  }

  /// The screen; where it is nowhere to be seen, all of the key's colour.
  ScreenPlate plate() {
    double[] sums = sums(weakest());
    while (spread(sums)) {
      // each turn reaches one cell farther
    }
    float[] parts = new float[columns * rows * ScreenPlate.PARTS];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int cell = row * columns + column;
        write(around(sums, column, row), parts, cell * ScreenPlate.PARTS);
      }
    }
    return new ScreenPlate(picture.size(), columns, rows, parts);
  }

  /// How strong the colour of a part of the screen must be.
  private double weakest() {
    int[] counts = new int[LEVELS];
    int all = 0;
    for (int y = 0; y < picture.size().height(); y += step) {
      for (int x = 0; x < picture.size().width(); x += step) {
        double strength = strength(pixel(x, y));
        if (strength >= WEAKEST * keyStrength) {
          counts[(int) strength]++;
          all++;
        }
      }
    }
    int strong = LEVELS - 1;
    for (int seen = counts[strong]; strong > 0 && seen < STRONGER * all; seen += counts[strong]) {
      strong--;
    }
    return Math.max(WEAKEST * keyStrength, SHADED * strong);
  }

  private double[] sums(double weakest) {
    double[] sums = new double[columns * rows * SUMS];
    int[] seen = new int[columns * rows];
    PixelSize size = picture.size();
    for (int y = 0; y < size.height(); y += step) {
      for (int x = 0; x < size.width(); x += step) {
        int pixel = pixel(x, y);
        double strength = strength(pixel);
        if (strength >= weakest) {
          int cell =
              (int) ((long) y * rows / size.height()) * columns
                  + (int) ((long) x * columns / size.width());
          add(sums, cell * SUMS, pixel, strength * strength);
          seen[cell]++;
        }
      }
    }
    double enough = SEEN * size.area() / step / step / seen.length;
    for (int cell = 0; cell < seen.length; cell++) {
      normalise(sums, cell * SUMS, seen[cell] > enough);
    }
    return sums;
  }

  private static void add(double[] sums, int at, int pixel, double weight) {
    sums[at] += weight * ToneCurve.LIGHT.amount(Argb.red(pixel));
    sums[at + 1] += weight * ToneCurve.LIGHT.amount(Argb.green(pixel));
    sums[at + 2] += weight * ToneCurve.LIGHT.amount(Argb.blue(pixel));
    sums[at + 3] += weight;
  }

  /// Makes all cells count the same, or not at all.
  private static void normalise(double[] sums, int at, boolean counts) {
    double weight = sums[at + 3];
    for (int i = 0; i < SUMS; i++) {
      sums[at + i] = counts ? sums[at + i] / weight : 0;
    }
  }

  /// Gives every cell that knows nothing the mean of those around it that do.
  private boolean spread(double[] sums) {
    double[] before = sums.clone();
    boolean some = false;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int at = (row * columns + column) * SUMS;
        if (before[at + 3] == 0) {
          double[] mean = around(before, column, row);
          System.arraycopy(mean, 0, sums, at, SUMS);
          normalise(sums, at, mean[3] > 0);
          some |= mean[3] > 0;
        }
      }
    }
    return some;
  }

  /// The sums of a cell and the eight around it.
  private double[] around(double[] sums, int column, int row) {
    double[] mean = new double[SUMS];
    for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
      for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
        for (int i = 0; i < SUMS; i++) {
          mean[i] += sums[(r * columns + c) * SUMS + i];
        }
      }
    }
    return mean;
  }

  private void write(double[] sums, float[] parts, int at) {
    if (sums[3] == 0) {
      add(sums, 0, key, 1);
    }
    int red = (int) (sums[0] / sums[3]);
    int green = (int) (sums[1] / sums[3]);
    int blue = (int) (sums[2] / sums[3]);
    ToneCurve light = ToneCurve.LIGHT;
    int colour = Argb.opaque(light.level(red), light.level(green), light.level(blue));
    float cb = Luma.cb(colour) - Luma.NEUTRAL;
    float cr = Luma.cr(colour) - Luma.NEUTRAL;
    parts[at] = red;
    parts[at + 1] = green;
    parts[at + 2] = blue;
    parts[at + 3] = cb / (cb * cb + cr * cr);
    parts[at + 4] = -cr / (cb * cb + cr * cr);
    parts[at + 5] = 1f / Math.max(1, Luma.y(colour));
  }

  private int pixel(int x, int y) {
    return picture.argb()[y * picture.size().width() + x];
  }

  /// How strong a pixel's colour is; 0 where its hue is another than the key's.
  private double strength(int pixel) {
    int cb = Luma.cb(pixel) - Luma.NEUTRAL;
    int cr = Luma.cr(pixel) - Luma.NEUTRAL;
    double strength = Math.sqrt(cb * cb + cr * cr);
    return cb * keyCb + cr * keyCr >= NEAR_HUE * strength * keyStrength ? strength : 0;
  }
}
