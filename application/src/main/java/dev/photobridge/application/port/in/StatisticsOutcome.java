package dev.photobridge.application.port.in;

/// What came of asking for statistics.
///
/// @param <T> the statistics
public sealed interface StatisticsOutcome<T> {
  /// Here they are.
  record Found<T>(T statistics) implements StatisticsOutcome<T> {}

  /// There is no such slot.
  record SlotUnknown<T>() implements StatisticsOutcome<T> {}

  /// The range ends before it begins.
  record RangeReversed<T>() implements StatisticsOutcome<T> {}

  /// The range is too long.
  ///
  /// @param days how many it may have
  record RangeTooLong<T>(int days) implements StatisticsOutcome<T> {}
}
