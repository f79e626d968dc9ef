package dev.photobridge.domain.check;

/// How good a finding is; the worst comes last.
public enum Verdict {
  /// It is in order.
  FINE,
  /// It works, but the operator should know this.
  NOTED,
  /// It has to be repaired before the event.
  WRONG
}
