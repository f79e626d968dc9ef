package dev.photobridge.application.service;

import dev.photobridge.application.engine.WorkSignal;
import dev.photobridge.application.port.in.WakeJobUseCase;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.domain.job.JobId;
import java.time.InstantSource;

/// Brings the next question to a job's provider forward.
public final class WakeJobService implements WakeJobUseCase {
  private final JobQueue queue;
  private final WorkSignal signal;
  private final InstantSource clock;

  public WakeJobService(JobQueue queue, WorkSignal signal, InstantSource clock) {
    this.queue = queue;
    this.signal = signal;
    this.clock = clock;
  }

  @Override
  public void wake(JobId job) {
    if (queue.wake(job, clock.instant())) {
      signal.raise();
    }
  }
}
