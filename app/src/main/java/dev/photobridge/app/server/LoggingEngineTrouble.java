package dev.photobridge.app.server;

import dev.photobridge.application.engine.EngineTrouble;
import dev.photobridge.domain.job.JobId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the engine's troubles to the log.
final class LoggingEngineTrouble implements EngineTrouble {
  private static final Logger LOG = LoggerFactory.getLogger("photobridge.engine");

  @Override
  public void inDispatcher(RuntimeException cause) {
    LOG.error("Can't take jobs from the queue, trying again: {}", cause.toString(), cause);
  }

  @Override
  public void inJob(JobId job, Throwable cause) {
    LOG.error("Job {} broke off: {}", job, cause.toString(), cause);
  }

  @Override
  public void claimLost(JobId job) {
    LOG.warn("Job {} was ended elsewhere while it ran here; its result here is dropped", job);
  }
}
