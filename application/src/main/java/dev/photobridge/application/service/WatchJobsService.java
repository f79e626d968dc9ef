package dev.photobridge.application.service;

import dev.photobridge.application.port.in.JobEvent;
import dev.photobridge.application.port.in.WatchJobsOutcome;
import dev.photobridge.application.port.in.WatchJobsUseCase;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;

/// Lets operators watch their photos.
public final class WatchJobsService implements WatchJobsUseCase {
  private final JobWatch watch;
  private final ListJobsService jobs;

  public WatchJobsService(JobWatch watch, ListJobsService jobs) {
    this.watch = watch;
    this.jobs = jobs;
  }

  @Override
  public WatchJobsOutcome watchAll(AccountName account) {
    return watching(new JobListener(account, null, watch::remove));
  }

  @Override
  public WatchJobsOutcome watchOne(AccountName account, JobId job) {
    return jobs.find(account, job)
        .map(
            found -> {
              var listener = new JobListener(account, job, watch::remove);
              listener.hear(job, new JobEvent.Changed(found));
              return watching(listener);
            })
        .orElseGet(WatchJobsOutcome.JobUnknown::new);
  }

  private WatchJobsOutcome watching(JobListener listener) {
    return switch (watch.add(listener)) {
      case ADDED -> new WatchJobsOutcome.Watching(listener);
      case TOO_MANY -> new WatchJobsOutcome.TooMany(JobWatch.MOST_WATCHES);
      case CLOSED -> new WatchJobsOutcome.Stopping();
    };
  }
}
