package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.Page;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueuedJob;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps jobs in a map.
public final class InMemoryJobRepository implements JobRepository {
  private static final Comparator<Job> OLDEST_FIRST =
      Comparator.comparing((Job job) -> job.order().receivedAt())
          .thenComparing(job -> job.id().value());

  private final Map<JobId, Job> jobs = new ConcurrentHashMap<>();

  @Override
  public void insert(QueuedJob job) {
    if (jobs.putIfAbsent(job.id(), job) != null) {
      throw new IllegalStateException("there is a job " + job.id() + " already");
    }
  }

  @Override
  public void update(Job job) {
    if (jobs.replace(job.id(), job) == null) {
      throw new IllegalStateException("there is no job " + job.id());
    }
  }

  @Override
  public Optional<Job> find(JobId id) {
    return Optional.ofNullable(jobs.get(id));
  }

  @Override
  public Page<Job> list(Filter filter, int page, int pageSize) {
    List<Job> found =
        jobs.values().stream()
            .filter(job -> matches(filter, job))
            .sorted(OLDEST_FIRST.reversed())
            .toList();
    List<Job> items = found.stream().skip((long) (page - 1) * pageSize).limit(pageSize).toList();
    return new Page<>(items, page, pageSize, found.size());
  }

  @Override
  public List<Job> open() {
    return jobs.values().stream()
        .filter(job -> !(job instanceof FinishedJob))
        .sorted(OLDEST_FIRST)
        .toList();
  }

  /// Stores a job in any state.
  public void put(Job job) {
    jobs.put(job.id(), job);
  }

  /// All jobs, the oldest first.
  public List<Job> all() {
    return jobs.values().stream().sorted(OLDEST_FIRST).toList();
  }

  private static boolean matches(Filter filter, Job job) {
    return job.order().slot().account().equals(filter.account())
        && filter.slot().map(slot -> job.order().slot().id().equals(slot)).orElse(true)
        && filter.state().map(state -> job.state() == state).orElse(true);
  }
}
