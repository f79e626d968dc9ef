package dev.photobridge.benchmark.report;

import java.util.Locale;

/// Numbers for people: about three digits that mean something, whole numbers from 100 on.
public final class Figure {
  private Figure() {}

  /// A number alone, such as `0.85`, `12.4` or `13,288`.
  public static String of(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    double size = Math.abs(value);
    String pattern = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, pattern, value);
  }

  /// A number with its unit.
  ///
  /// @param unit such as `ms`; empty where there is none
  public static String of(double value, String unit) {
    return unit.isEmpty() ? of(value) : of(value) + " " + unit;
  }

  /// A bound: as few digits as it was written with, such as `2` or `1.08`.
  static String exact(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : Double.toString(value);
  }
}
