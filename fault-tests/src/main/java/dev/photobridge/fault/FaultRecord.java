package dev.photobridge.fault;

import dev.photobridge.fault.schedule.Fault;
import java.time.Duration;
import java.util.List;

/// A fault and how the installation came out of it.
///
/// @param note what was seen of it
/// @param recovered whether every booth was served again
/// @param recovery from the fault's end until then
/// @param before photos a second before it
/// @param after photos a second in each window after it, until one came up to the rate before
record FaultRecord(
    Fault fault,
    String note,
    boolean recovered,
    Duration recovery,
    double before,
    List<Double> after) {

  /// How often it was done.
  int times() {
    return fault instanceof Fault.Kills(int kills) ? kills : 1;
  }

  /// Whether rates were measured.
  boolean isMeasured() {
    return !after.isEmpty();
  }

  /// The rate of the last window over that before the fault.
  double ratio() {
    return isMeasured() ? after.getLast() / before : 1;
  }
}
