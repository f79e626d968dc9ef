package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.ProcessingLog;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import dev.photobridge.domain.stats.ProcessingOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps the processing log in a list. Safe for use by many threads.
public final class InMemoryProcessingLog implements ProcessingLog {
  private final List<ProcessingLogEntry> rows = new ArrayList<>();
  private volatile Runnable beforeRecord = () -> {};

  @Override
  public void record(ProcessingLogEntry entry) {
    beforeRecord.run();
    synchronized (this) {
      if (entry.origin() == ProcessingOrigin.BOOTH
          || rows.stream().noneMatch(row -> row.job().equals(entry.job()))) {
        rows.add(entry);
      }
    }
  }

  @Override
  public synchronized void recordLateCost(JobId job, Cost cost) {
    rows.replaceAll(
        row -> row.job().equals(Optional.of(job)) && !row.joined() ? withCost(row, cost) : row);
  }

  /// Runs before each row is added.
  public void beforeRecord(Runnable action) {
    beforeRecord = action;
  }

  /// All rows, in the order in which they were added.
  public synchronized List<ProcessingLogEntry> rows() {
    return List.copyOf(rows);
  }

  private static ProcessingLogEntry withCost(ProcessingLogEntry row, Cost cost) {
    return new ProcessingLogEntry(
        row.slot(),
        row.origin(),
        row.provider(),
        row.jobAccepted(),
        row.joined(),
        row.createdAt(),
        row.status(),
        row.responseTime(),
        cost,
        row.errorMessage());
  }
}
