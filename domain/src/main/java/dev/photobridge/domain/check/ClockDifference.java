package dev.photobridge.domain.check;

import java.time.Duration;
import java.util.Optional;

/// How far two clocks may be apart.
public final class ClockDifference {
  private static final Duration UNNOTICED = Duration.ofSeconds(5);
  private static final Duration HARMLESS = Duration.ofSeconds(60);

  private ClockDifference() {}

  /// What is to be said of it; empty where nothing is.
  ///
  /// @param whose the other clock's
  /// @param difference between this computer's clock and that one
  public static Optional<Finding> finding(String whose, Duration difference) {
    Duration size = difference.abs();
    if (size.compareTo(UNNOTICED) <= 0) {
      return Optional.empty();
    }
    FindingCode code =
        size.compareTo(HARMLESS) <= 0 ? FindingCode.CLOCK_OFF : FindingCode.CLOCK_WRONG;
    return Optional.of(
        Finding.of(CheckArea.CLOCK, code).about(whose).with("seconds", size.toSeconds()));
  }
}
