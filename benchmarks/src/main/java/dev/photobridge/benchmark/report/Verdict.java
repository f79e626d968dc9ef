package dev.photobridge.benchmark.report;

/// What a result is worth.
public enum Verdict {
  /// The floor holds, and the goal is reached.
  GOAL("goal"),
  /// The floor holds.
  FLOOR("floor"),
  /// Not even the floor holds.
  SHORT("**short**"),
  /// There is nothing to hold it against.
  NONE("");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /// As it stands in a table.
  public String words() {
    return words;
  }
}
