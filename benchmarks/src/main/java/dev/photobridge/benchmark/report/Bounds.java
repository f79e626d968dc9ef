package dev.photobridge.benchmark.report;

/// What a result is held against.
///
/// @param sense whether small or large values are good
/// @param floor must hold
/// @param goal is to be reached; the floor again where there is no more to reach
public record Bounds(Sense sense, double floor, double goal) {
  /// Which values are good.
  public enum Sense {
    /// Small ones.
    AT_MOST("≤ "),
    /// Large ones.
    AT_LEAST("≥ ");

    private final String sign;

    Sense(String sign) {
      this.sign = sign;
    }
  }

  /// The smaller the better.
  public static Bounds atMost(double floor, double goal) {
    return new Bounds(Sense.AT_MOST, floor, goal);
  }

  /// The larger the better.
  public static Bounds atLeast(double floor, double goal) {
    return new Bounds(Sense.AT_LEAST, floor, goal);
  }

  /// What a value is worth.
  ///
  /// @param value a value that is not a number holds no floor
  public Verdict verdict(double value) {
    if (holds(value, goal)) {
      return Verdict.GOAL;
    }
    return holds(value, floor) ? Verdict.FLOOR : Verdict.SHORT;
  }

  String floorInWords() {
    return sense.sign + Figure.exact(floor);
  }

  String goalInWords() {
    return sense.sign + Figure.exact(goal);
  }

  private boolean holds(double value, double bound) {
    return switch (sense) {
      case AT_MOST -> value <= bound;
      case AT_LEAST -> value >= bound;
    };
  }
}
