package dev.photobridge.app.server;

import dev.photobridge.application.port.out.JobNews;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import java.util.Collection;
import java.util.List;

/// Passes what is heard of other nodes to all who want to know.
record NewsOfJobs(List<JobNews> hearers) implements JobNews {
  NewsOfJobs(JobNews... hearers) {
    this(List.of(hearers));
  }

  @Override
  public void jobsQueued() {
    hearers.forEach(JobNews::jobsQueued);
  }

  @Override
  public void jobDeleted(AccountName account, JobId job) {
    hearers.forEach(hearer -> hearer.jobDeleted(account, job));
  }

  @Override
  public void jobsEnded(Collection<JobId> jobs) {
    hearers.forEach(hearer -> hearer.jobsEnded(jobs));
  }
}
