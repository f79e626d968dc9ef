package dev.photobridge.fault;

import dev.photobridge.fault.ledger.Evidence;
import dev.photobridge.fault.ledger.Violation;
import java.time.Duration;
import java.util.List;

/// What a run has shown.
///
/// @param faults in the order in which they were made
/// @param orphans from a kill to the next call for each photo that the killed node waited for,
///   shortest first
/// @param leftovers files without a row that the faults left, before their time was over
/// @param violations of all rules, empty where all is well
/// @param lasted all of it
record FaultRunResult(
    FaultRunOptions options,
    List<FaultRecord> faults,
    Evidence evidence,
    List<Duration> orphans,
    int leftovers,
    List<Violation> violations,
    Duration lasted) {}
