package dev.photobridge.benchmark.queue;

import dev.photobridge.application.engine.EngineTrouble;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.stats.ProcessingLogEntry;

/// Says what goes wrong: nothing may while it is measured.
final class PrintedTrouble implements EngineTrouble {
  @Override
  public void inDispatcher(RuntimeException cause) {
    tell("dispatcher", cause);
  }

  @Override
  public void inWatch(Throwable cause) {
    tell("watch", cause);
  }

  @Override
  public void inJob(JobId job, Throwable cause) {
    tell("job " + job, cause);
  }

  @Override
  public void promptNotRewritten(JobId job, JobFailure why) {}

  @Override
  public void afterEnd(JobId job, RuntimeException cause) {
    tell("job " + job, cause);
  }

  @Override
  public void claimLost(JobId job) {
    System.err.println("claim lost: " + job);
  }

  @Override
  public void inProcessingLog(ProcessingLogEntry entry, RuntimeException cause) {
    tell("processing log", cause);
  }

  private static void tell(String where, Throwable cause) {
    System.err.println("trouble in " + where + ": " + cause);
  }
}
