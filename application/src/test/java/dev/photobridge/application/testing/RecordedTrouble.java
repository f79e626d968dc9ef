package dev.photobridge.application.testing;

import dev.photobridge.application.engine.EngineTrouble;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Remembers what the engine complained about. Safe for use by many threads.
public final class RecordedTrouble implements EngineTrouble {
  private final Queue<String> troubles = new ConcurrentLinkedQueue<>();

  @Override
  public void inDispatcher(RuntimeException cause) {
    troubles.add("dispatcher: " + cause.getMessage());
  }

  @Override
  public void inWatch(Throwable cause) {
    troubles.add("watch: " + cause.getMessage());
  }

  @Override
  public void inJob(JobId job, Throwable cause) {
    troubles.add(job + ": " + cause.getMessage());
  }

  @Override
  public void promptNotRewritten(JobId job, JobFailure why) {
    troubles.add(job + ": prompt not rewritten: " + why.reason());
  }

  @Override
  public void afterEnd(JobId job, RuntimeException cause) {
    troubles.add(job + ": after its end: " + cause.getMessage());
  }

  @Override
  public void claimLost(JobId job) {
    troubles.add(job + ": claim lost");
  }

  @Override
  public void inProcessingLog(ProcessingLogEntry entry, RuntimeException cause) {
    troubles.add("processing log: " + cause.getMessage());
  }

  /// What was said, in order.
  public List<String> all() {
    return List.copyOf(troubles);
  }
}
