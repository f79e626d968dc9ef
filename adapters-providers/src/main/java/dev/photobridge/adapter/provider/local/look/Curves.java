package dev.photobridge.adapter.provider.local.look;

/// Curves from 0..1 to 0..1.
public final class Curves {
  private Curves() {}

  /// 0 up to `from`, 1 from `to` on, and a soft S between.
  public static double smoothStep(double from, double to, double x) {
    if (x <= from) {
      return 0;
    }
    if (x >= to) {
      return 1;
    }
    double t = (x - from) / (to - from);
    return t * t * (3 - 2 * t);
  }

  /// More contrast in the middle, less at both ends.
  ///
  /// @param amount 0 for none to 1 for a full S
  public static double contrast(double x, double amount) {
    return x + amount * (smoothStep(0, 1, x) - x);
  }
}
