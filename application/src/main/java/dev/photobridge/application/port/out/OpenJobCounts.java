package dev.photobridge.application.port.out;

import dev.photobridge.domain.job.JobState;
import java.util.Map;

/// Knows how many jobs have not ended, on all nodes together. Safe for use by many threads.
public interface OpenJobCounts {
  /// How many jobs are in each open state; a state without jobs is left out.
  Map<JobState, Long> byState();
}
