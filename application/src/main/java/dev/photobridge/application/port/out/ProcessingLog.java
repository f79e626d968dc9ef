package dev.photobridge.application.port.out;

import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.stats.ProcessingLogEntry;

/// The processing log: one row a photo.
public interface ProcessingLog {
  /// Adds a row.
  void record(ProcessingLogEntry entry);

  /// Puts the price to the row of a job whose booth had its answer before; of no effect where there
  /// is no row yet.
  void recordLateCost(JobId job, Cost cost);
}
