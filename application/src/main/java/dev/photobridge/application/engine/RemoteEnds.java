package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.JobNews;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Brings what other nodes report to those who wait here: new jobs to the dispatcher, ended jobs to
/// the requests that wait for them. Reports may get lost, so [#look] is called now and then too.
/// Safe for use by many threads.
public final class RemoteEnds implements JobNews {
  private final JobRepository jobs;
  private final JobWaiters waiters;
  private final WorkSignal signal;

  public RemoteEnds(JobRepository jobs, JobWaiters waiters, WorkSignal signal) {
    this.jobs = jobs;
    this.waiters = waiters;
    this.signal = signal;
  }

  @Override
  public void jobsQueued() {
    signal.raise();
  }

  @Override
  public void jobsEnded(Collection<JobId> ended) {
    Set<JobId> awaited = waiters.awaited();
    tell(ended.stream().filter(awaited::contains).toList());
  }

  /// Nobody waits for a job that can be deleted.
  @Override
  public void jobDeleted(AccountName account, JobId job) {}

  /// Looks which of the jobs that are waited for here have ended.
  void look() {
    tell(waiters.awaited());
  }

  /// Lets the jobs end that are waited for here now, at most so long.
  void awaitAll(Duration atMost) throws InterruptedException {
    try {
      waiters.over().get(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      // who still waits is told nothing
    } catch (ExecutionException e) {
      throw new IllegalStateException("a wait never fails", e);
    }
  }

  private void tell(Collection<JobId> ids) {
    if (!ids.isEmpty()) {
      jobs.ended(ids).forEach(waiters::finished);
    }
  }
}
