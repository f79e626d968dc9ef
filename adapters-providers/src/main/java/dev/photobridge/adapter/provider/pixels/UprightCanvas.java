package dev.photobridge.adapter.provider.pixels;

import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PixelSize;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// Takes a stored picture row by row, turns it upright and, where that is asked for, makes it
/// smaller on the way, so that the full size is never in memory: first by a whole factor, mixing
/// amounts of light, which is quick, then to the size that is wanted.
final class UprightCanvas {
  /// What is smaller still is left to the scaler.
  static final int MAX_SHRINK = 128;

  private static final ToneCurve LIGHT = ToneCurve.LIGHT;

  private final PixelSize source;
  private final int shrink;
  private final PixelSize shrunk;
  private final PixelSize stored;
  private final @Nullable Scaling scaling;
  private final Orientation orientation;
  private final Placement placement;
  private final int[] argb;
  private final long[] sums;
  private final int[] shrunkRow;
  private int alphaOfAll = Argb.OPAQUE;

  /// @param source size as stored
  /// @param shrink how many pixels of each direction become one, 1 to [#MAX_SHRINK]
  UprightCanvas(PixelSize source, Orientation orientation, int shrink) {
    this(source, orientation, shrink, shrunk(source, shrink));
  }

  /// @param stored the size wanted, still as stored; no larger than after shrinking
  UprightCanvas(PixelSize source, Orientation orientation, int shrink, PixelSize stored) {
    this.source = source;
    this.shrink = shrink;
    this.shrunk = shrunk(source, shrink);
    this.stored = stored;
    this.orientation = orientation;
    this.placement = Placement.of(orientation, stored);
    this.argb = new int[Math.toIntExact(stored.area())];
    this.scaling =
        stored.equals(shrunk)
            ? null
            : new Scaling(new Rectangle(shrunk.width(), shrunk.height()), stored, this::place);
    this.sums = new long[shrink == 1 ? 0 : 4 * shrunk.width()];
    this.shrunkRow = new int[shrink == 1 ? 0 : shrunk.width()];
  }

  /// The size after shrinking, still as stored.
  static PixelSize shrunk(PixelSize stored, int shrink) {
    return new PixelSize(
        Math.ceilDiv(stored.width(), shrink), Math.ceilDiv(stored.height(), shrink));
  }

  /// The size of the rows that it takes.
  PixelSize source() {
    return source;
  }

  /// Takes the next row, from the top.
  ///
  /// @param y its number, from 0
  /// @param row its pixels, `0xAARRGGBB`
  /// @throws CancellationException when the thread is interrupted: decoders call this, and they
  ///   know no other way out
  void row(int y, int[] row) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException();
    }
    if (shrink == 1) {
      scale(y, row);
      return;
    }
    add(row);
    if ((y + 1) % shrink == 0 || y + 1 == source.height()) {
      average(y % shrink + 1);
      scale(y / shrink, shrunkRow);
    }
  }

  private void scale(int y, int[] row) {
    if (scaling == null) {
      place(y, row);
    } else {
      scaling.row(y, row, 0);
    }
  }

  /// What was drawn.
  Bitmap bitmap() {
    return Bitmap.of(orientation.upright(stored), argb, alphaOfAll == Argb.OPAQUE);
  }

  private void place(int y, int[] row) {
    int at = placement.origin() + y * placement.stepY();
    int step = placement.stepX();
    int alpha = alphaOfAll;
    for (int x = 0; x < stored.width(); x++) {
      int pixel = row[x];
      argb[at] = pixel;
      alpha &= pixel;
      at += step;
    }
    alphaOfAll = alpha & Argb.OPAQUE;
  }

  private void add(int[] row) {
    for (int column = 0, x = 0; column < sums.length; column += 4) {
      int end = Math.min(x + shrink, source.width());
      long alphas = 0;
      long reds = 0;
      long greens = 0;
      long blues = 0;
      for (; x < end; x++) {
        int pixel = row[x];
        long alpha = Argb.alpha(pixel);
        alphas += alpha;
        reds += alpha * LIGHT.amount(Argb.red(pixel));
        greens += alpha * LIGHT.amount(Argb.green(pixel));
        blues += alpha * LIGHT.amount(Argb.blue(pixel));
      }
      sums[column] += alphas;
      sums[column + 1] += reds;
      sums[column + 2] += greens;
      sums[column + 3] += blues;
    }
  }

  private void average(int rows) {
    for (int x = 0; x < shrunkRow.length; x++) {
      int count = Math.min(shrink, source.width() - x * shrink) * rows;
      long alphas = sums[4 * x];
      shrunkRow[x] =
          Argb.of(
              (int) ((alphas + count / 2) / count),
              mean(sums[4 * x + 1], alphas),
              mean(sums[4 * x + 2], alphas),
              mean(sums[4 * x + 3], alphas));
    }
    Arrays.fill(sums, 0);
  }

  private static int mean(long sum, long alphas) {
    return LIGHT.level((int) ((sum + alphas / 2) / Math.max(1, alphas)));
  }
}
