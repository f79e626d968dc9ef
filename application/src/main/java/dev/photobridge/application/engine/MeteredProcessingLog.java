package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.Meters;
import dev.photobridge.application.port.out.ProcessingLog;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.stats.ProcessingLogEntry;

/// A processing log whose rows are counted as they come, also those that can't be written.
///
/// @param log keeps the rows
public record MeteredProcessingLog(ProcessingLog log, Meters meters) implements ProcessingLog {
  @Override
  public void record(ProcessingLogEntry entry) {
    meters.photoAnswered(entry);
    log.record(entry);
  }

  @Override
  public void recordLateCost(JobId job, Cost cost) {
    log.recordLateCost(job, cost);
  }
}
