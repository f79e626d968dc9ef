package dev.photobridge.benchmark.queue;

import java.util.Locale;

/// One line of the table: what was measured of us and of the peer.
///
/// @param name what it is, with its unit
/// @param worst of the ratio ours to peer's, as a condition
/// @param goal as far as is hoped for
record QueueRow(String name, double ours, double peer, Bound worst, Bound goal) {
  /// What a ratio shall be.
  ///
  /// @param atLeast whether more is better
  record Bound(double ratio, boolean atLeast) {
    static Bound atLeast(double ratio) {
      return new Bound(ratio, true);
    }

    static Bound atMost(double ratio) {
      return new Bound(ratio, false);
    }

    boolean holds(double measured) {
      return atLeast ? measured >= ratio : measured <= ratio;
    }

    @Override
    public String toString() {
      return (atLeast ? "≥ " : "≤ ") + String.format(Locale.ROOT, "%.1f", ratio);
    }
  }

  static final String HEAD =
      """
      | | ours | db-scheduler | ratio | floor | goal | holds |
      |---|---|---|---|---|---|---|\
      """;

  double ratio() {
    return ours / peer;
  }

  boolean holds() {
    return worst.holds(ratio());
  }

  String markdown() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | **%.2f** | %s | %s | %s |",
        name,
        number(ours),
        number(peer),
        ratio(),
        worst,
        goal,
        holds() ? "yes" : "**no**");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
  }
}
