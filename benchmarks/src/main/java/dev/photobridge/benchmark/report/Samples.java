package dev.photobridge.benchmark.report;

import java.util.Arrays;
import java.util.Collection;

/// Values that were measured one by one. Immutable.
public final class Samples {
  private final double[] sorted;

  private Samples(double[] values) {
    sorted = values;
    Arrays.sort(sorted);
  }

  /// These values, in any order.
  ///
  /// @throws IllegalArgumentException when there are none
  public static Samples of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    return new Samples(values.clone());
  }

  /// These values, in any order.
  ///
  /// @throws IllegalArgumentException when there are none
  public static Samples of(Collection<? extends Number> values) {
    return of(values.stream().mapToDouble(Number::doubleValue).toArray());
  }

  /// The value that `percent` of all values do not exceed: interpolated between the two nearest.
  ///
  /// @param percent 0 to 100
  public double percentile(double percent) {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("not a percentage: " + percent);
    }
    double place = percent / 100 * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /// The one in the middle.
  public double median() {
    return percentile(50);
  }

  /// How far the middle half spreads.
  public double interquartileRange() {
    return percentile(75) - percentile(25);
  }

  /// The smallest.
  public double min() {
    return sorted[0];
  }

  /// The largest.
  public double max() {
    return sorted[sorted.length - 1];
  }

  /// How many there are.
  public int count() {
    return sorted.length;
  }
}
