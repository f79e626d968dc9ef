package dev.photobridge.benchmark.queue;

import java.time.Duration;
import java.util.List;

/// A queue that is measured. Each call begins with an empty table.
interface QueuePeer {
  /// Runs so many jobs that do nothing, all of them queued before; queuing them is not timed.
  ///
  /// @return from the workers' start until no job is open in the table
  Duration burnDown(int jobs, Setting setting) throws Exception;

  /// Queues so many jobs on one node, each once the one before it has ended.
  ///
  /// @return for each the time from the call that enqueues it until its worker has it
  List<Duration> startLatencies(int jobs) throws Exception;

  /// How many workers there are.
  ///
  /// @param nodes each with connections and a dispatcher of its own
  /// @param places jobs that one node may run at once
  record Setting(int nodes, int places) {}
}
