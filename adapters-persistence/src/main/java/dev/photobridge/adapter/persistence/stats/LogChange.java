package dev.photobridge.adapter.persistence.stats;

import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.stats.ProcessingLogEntry;

/// A change of the processing log that waits to be written.
sealed interface LogChange {
  /// A row more.
  record Row(ProcessingLogEntry entry) implements LogChange {}

  /// What a job cost after all.
  record LateCost(JobId job, Cost cost) implements LogChange {}
}
