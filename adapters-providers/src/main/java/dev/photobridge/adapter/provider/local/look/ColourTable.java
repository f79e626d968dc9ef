package dev.photobridge.adapter.provider.local.look;

import dev.photobridge.adapter.provider.pixels.Argb;
import dev.photobridge.adapter.provider.pixels.Bitmap;
import java.util.function.UnaryOperator;

/// A look that gives every colour a new one, by a cube of samples and the tetrahedra between them,
/// so that the formula may be as costly as it likes.
final class ColourTable implements Look {
  private static final int CELLS = 32;
  private static final int SIDE = CELLS + 1;
  private static final int RED_STEP = 3 * SIDE * SIDE;
  private static final int GREEN_STEP = 3 * SIDE;
  private static final int BLUE_STEP = 3;

  /// Bits behind the point, of levels and of places within a cell.
  private static final int SHIFT = 8;

  private final int[] samples = new int[3 * SIDE * SIDE * SIDE];
  private final int[] cells = new int[256];
  private final int[] places = new int[256];

  /// @param formula from values of sRGB to others; what lies beyond 0 to 1 counts as the end
  /// @param strength 0 for none to 1 for all of it
  ColourTable(UnaryOperator<Rgb> formula, double strength) {
    for (int level = 0; level < 256; level++) {
      double at = level * CELLS / 255.0;
      cells[level] = Math.min(CELLS - 1, (int) at);
      places[level] = (int) Math.round((at - cells[level]) * (1 << SHIFT));
    }
    for (int i = 0; i < samples.length; i += 3) {
      var colour = new Rgb(part(i / RED_STEP), part(i / GREEN_STEP), part(i / BLUE_STEP));
      Rgb made = colour.towards(formula.apply(colour), strength);
      samples[i] = sample(made.red());
      samples[i + 1] = sample(made.green());
      samples[i + 2] = sample(made.blue());
    }
  }

  @Override
  public void apply(Bitmap picture) {
    int[] argb = picture.argb();
    for (int i = 0; i < argb.length; i++) {
      argb[i] = applied(argb[i]);
    }
  }

  private int applied(int pixel) {
    int red = Argb.red(pixel);
    int green = Argb.green(pixel);
    int blue = Argb.blue(pixel);
    int r = places[red];
    int g = places[green];
    int b = places[blue];
    int from = cells[red] * RED_STEP + cells[green] * GREEN_STEP + cells[blue] * BLUE_STEP;
    int largest = Math.max(r, Math.max(g, b));
    int smallest = Math.min(r, Math.min(g, b));
    int middle = r + g + b - largest - smallest;
    int second = from + (r == largest ? RED_STEP : g == largest ? GREEN_STEP : BLUE_STEP);
    int last = from + RED_STEP + GREEN_STEP + BLUE_STEP;
    int third = last - (b == smallest ? BLUE_STEP : g == smallest ? GREEN_STEP : RED_STEP);
    int one = (1 << SHIFT) - largest;
    int two = largest - middle;
    int three = middle - smallest;
    return Argb.of(
        Argb.alpha(pixel),
        mixed(from, one, second, two, third, three, last, smallest),
        mixed(from + 1, one, second + 1, two, third + 1, three, last + 1, smallest),
        mixed(from + 2, one, second + 2, two, third + 2, three, last + 2, smallest));
  }

  private int mixed(int a, int ofA, int b, int ofB, int c, int ofC, int d, int ofD) {
    int sum = samples[a] * ofA + samples[b] * ofB + samples[c] * ofC + samples[d] * ofD;
    return (sum + (1 << (2 * SHIFT - 1))) >> (2 * SHIFT);
  }

  private static double part(int index) {
    return (double) (index % SIDE) / CELLS;
  }

  private static int sample(double value) {
    return (int) Math.round(Math.clamp(value, 0.0, 1.0) * 255 * (1 << SHIFT));
  }
}
