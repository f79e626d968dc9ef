package dev.photobridge.application.service;

import dev.photobridge.application.engine.WorkSignal;
import dev.photobridge.application.port.in.WakeJobUseCase;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.ProviderReports;
import dev.photobridge.domain.job.JobId;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Brings the next question to a job's provider forward.
public final class WakeJobService implements WakeJobUseCase {
  private final JobQueue queue;
  private final ProviderReports reports;
  private final WorkSignal signal;
  private final InstantSource clock;

  public WakeJobService(
      JobQueue queue, ProviderReports reports, WorkSignal signal, InstantSource clock) {
    this.queue = queue;
    this.reports = reports;
    this.signal = signal;
    this.clock = clock;
  }

  @Override
  public void wake(JobId job, @Nullable String report) {
    // first, so that whoever takes the job finds it
    if (report != null) {
      reports.keep(job, report);
    }
    if (queue.wake(job, clock.instant())) {
      signal.raise();
    }
  }
}
