package dev.photobridge.application.port.out;

import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.stats.ProcessingLogEntry;

/// The processing log: one row a photo.
public interface ProcessingLog {
  /// Adds a row, unless it is an operator's whose job has one.
  void record(ProcessingLogEntry entry);

  /// Sets the cost in the row of a job whose booth may have had its answer before; of no effect
  /// where there is no row yet.
  void recordLateCost(JobId job, Cost cost);
}
