package dev.photobridge.fault.ledger;

import java.time.Instant;

/// When something was broken.
///
/// @param title what it was
/// @param until when every booth was served again
public record FaultTime(String title, Instant from, Instant until) {
  /// Whether it was going on in this time.
  boolean touches(Instant begin, Instant end) {
    return !from.isAfter(end) && !until.isBefore(begin);
  }
}
