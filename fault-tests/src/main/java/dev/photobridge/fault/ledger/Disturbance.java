package dev.photobridge.fault.ledger;

import java.time.Instant;

/// A time in which a node could neither hold connections nor finish calls: it was killed, stopped
/// or frozen.
///
/// @param node its name
/// @param until when it was ready again
public record Disturbance(String node, Instant from, Instant until) {
  /// Whether it hit what this node did in this time.
  boolean hits(String other, Instant begin, Instant end) {
    return node.equals(other) && !from.isAfter(end) && !until.isBefore(begin);
  }
}
