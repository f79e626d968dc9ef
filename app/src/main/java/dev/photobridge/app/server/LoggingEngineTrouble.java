package dev.photobridge.app.server;

import dev.photobridge.application.engine.EngineTrouble;
import dev.photobridge.application.port.out.StorageUnavailableException;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the engine's troubles to the log.
final class LoggingEngineTrouble implements EngineTrouble {
  private static final Logger LOG = LoggerFactory.getLogger("photobridge.engine");
  private static final long SILENCE_NANOS = Duration.ofSeconds(10).toNanos();

  private final AtomicLong lastInDispatcher = new AtomicLong(System.nanoTime() - SILENCE_NANOS);
  private final AtomicLong lastInWatch = new AtomicLong(System.nanoTime() - SILENCE_NANOS);

  /// Said now and then: in an outage the dispatcher fails several times a second.
  @Override
  public void inDispatcher(RuntimeException cause) {
    if (isTime(lastInDispatcher)) {
      LOG.error("Can't reach the queue, trying on: {}", cause.toString());
    }
  }

  private static boolean isTime(AtomicLong lastNanos) {
    long now = System.nanoTime();
    long last = lastNanos.get();
    return now - last >= SILENCE_NANOS && lastNanos.compareAndSet(last, now);
  }

  @Override
  public void inWatch(Throwable cause) {
    if (isTime(lastInWatch)) {
      LOG.error("Open pages can't be told what changes, trying on", cause);
    }
  }

  @Override
  public void inJob(JobId job, Throwable cause) {
    if (cause instanceof StorageUnavailableException) {
      // the trace would tell nothing about the database, and be one of many
      LOG.warn("Job {} waits for its storage: {}", job, cause.getMessage());
    } else {
      LOG.error("Job {} broke off: {}", job, cause.toString(), cause);
    }
  }

  @Override
  public void promptNotRewritten(JobId job, JobFailure why) {
    LOG.warn(
        "Job {}: its prompt is sent as it is, as it could not be rewritten: {}: {}",
        job,
        why.reason(),
        why.detail());
  }

  @Override
  public void afterEnd(JobId job, RuntimeException cause) {
    LOG.warn(
        "Job {} has ended, but not all that follows could be written: {}", job, cause.toString());
  }

  @Override
  public void claimLost(JobId job) {
    LOG.warn("Job {} was taken over elsewhere while it ran here; its result here is dropped", job);
  }

  @Override
  public void inProcessingLog(ProcessingLogEntry entry, RuntimeException cause) {
    LOG.error("Not in the processing log, because of {}: {}", cause.toString(), entry);
  }
}
