package dev.photobridge.domain.stats;

/// Whether statistics can be had for a range.
public sealed interface RangeOutcome {
  /// They can.
  record Valid(ReportRange range) implements RangeOutcome {}

  /// It ends before it begins.
  record Reversed() implements RangeOutcome {}

  /// It is too long.
  ///
  /// @param days how many it may have
  record TooLong(int days) implements RangeOutcome {}
}
