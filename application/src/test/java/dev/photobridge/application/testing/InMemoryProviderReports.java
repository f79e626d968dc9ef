package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.ProviderReports;
import dev.photobridge.domain.job.JobId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps reports in a map, whatever the job is doing.
public final class InMemoryProviderReports implements ProviderReports {
  private final Map<JobId, String> reports = new ConcurrentHashMap<>();

  @Override
  public void keep(JobId job, String report) {
    reports.put(job, report);
  }

  @Override
  public Optional<String> find(JobId job) {
    return Optional.ofNullable(reports.get(job));
  }
}
