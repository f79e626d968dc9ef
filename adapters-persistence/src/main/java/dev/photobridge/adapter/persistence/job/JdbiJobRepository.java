package dev.photobridge.adapter.persistence.job;

import dev.photobridge.application.port.out.JobMark;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.Page;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.Attempt;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.CallTimes;
import dev.photobridge.domain.job.DuplicateKey;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.ReleasedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.job.WaitingJob;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.provider.ProviderUsage;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The jobs in table `job` and their attempts in table `attempt`. Safe for use by many threads.
public final class JdbiJobRepository implements JobRepository {
  private static final int DELETED_AT_ONCE = 1000;

  private final Jdbi jdbi;

  /// Wired by the application.
  public JdbiJobRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void insert(QueuedJob job) {
    jdbi.useHandle(handle -> NewJobs.insert(handle, List.of(job)));
  }

  @Override
  public void start(RunningJob job) {
    jdbi.useTransaction(
        handle -> {
          update(handle, new JobTable.Change(job, null, null, CallTimes.NONE, null));
          if (job.deferredCall().isEmpty()) {
            AttemptTable.start(handle, List.of(job));
          }
        });
  }

  @Override
  public void release(ReleasedJob job, AttemptEnd attempt, CallTimes call, Instant at) {
    jdbi.useHandle(handle -> update(handle, new JobTable.Change(job, null, attempt, call, at)));
  }

  @Override
  public void park(WaitingJob job, CallTimes call) {
    jdbi.useHandle(handle -> update(handle, new JobTable.Change(job, null, null, call, null)));
  }

  private static void update(Handle handle, JobTable.Change change) {
    if (!JobTable.update(handle, List.of(change)).getFirst()) {
      throw new IllegalStateException("job " + change.job().id() + " was never recorded");
    }
  }

  @Override
  public List<FinishedJob> ended(Collection<JobId> ids) {
    return jdbi.withHandle(
        handle ->
            JobTable.finished(
                handle
                    .createQuery(
                        "SELECT "
                            + JobTable.COLUMNS
                            + "FROM job WHERE id = ANY(:ids) AND finished_at IS NOT NULL")
                    .bindArray("ids", UUID.class, ids.stream().map(JobId::value).toArray())
                    .map(JobTable.ROWS)
                    .list()));
  }

  @Override
  public Optional<JobId> findDuplicate(DuplicateKey key, Instant now) {
    return jdbi.withHandle(
        handle -> Optional.ofNullable(Duplicates.of(handle, List.of(key), now).get(key)));
  }

  @Override
  public List<Attempt> attempts(JobId job) {
    return jdbi.withHandle(handle -> AttemptTable.of(handle, job));
  }

  @Override
  public ProviderUsage usage(ProviderId provider, Instant dayStart, Instant now) {
    return jdbi.withHandle(handle -> AttemptTable.usage(handle, provider, dayStart, now));
  }

  @Override
  public long averageTokens(ProviderId provider) {
    return jdbi.withHandle(handle -> AttemptTable.averageTokens(handle, provider));
  }

  @Override
  public Optional<Job> find(JobId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT " + JobTable.COLUMNS + "FROM job WHERE id = :id")
                .bind("id", id.value())
                .map(JobTable.ROWS)
                .findOne()
                .map(JobRow::toJob));
  }

  @Override
  public List<Job> findAll(Collection<JobId> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT " + JobTable.COLUMNS + "FROM job WHERE id = ANY(:ids)")
                .bindArray("ids", UUID.class, ids.stream().map(JobId::value).toArray())
                .map(JobTable.ROWS)
                .map(JobRow::toJob)
                .list());
  }

  @Override
  public List<JobMark> marks(Collection<AccountName> accounts, Instant endedAfter) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(JobMarkRow.SELECT)
                .bindArray(
                    "accounts", String.class, accounts.stream().map(AccountName::value).toArray())
                .bind("endedAfter", endedAfter)
                .map(JobMarkRow.ROWS)
                .map(JobMarkRow::toMark)
                .list());
  }

  @Override
  public Page<Job> list(Filter filter, int page, int pageSize) {
    return jdbi.withHandle(
        handle -> {
          var search = JobSearch.of(filter);
          long total =
              handle.createQuery(search.count()).bindMap(search.values()).mapTo(Long.class).one();
          List<Job> items =
              handle
                  .createQuery(search.page())
                  .bindMap(search.values())
                  .bind("limit", pageSize)
                  .bind("offset", (page - 1L) * pageSize)
                  .map(JobTable.ROWS)
                  .map(JobRow::toJob)
                  .list();
          return new Page<>(items, page, pageSize, total);
        });
  }

  @Override
  public List<Job> open() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + JobTable.COLUMNS
                        + """
                        FROM job
                        WHERE finished_at IS NULL
                        ORDER BY received_at, id
                        """)
                .map(JobTable.ROWS)
                .map(JobRow::toJob)
                .list());
  }

  @Override
  public boolean delete(JobId job) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate("DELETE FROM job WHERE id = :id AND finished_at IS NOT NULL")
                    .bind("id", job.value())
                    .execute()
                == 1);
  }

  @Override
  public int deleteEnded(Instant before) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    DELETE FROM job WHERE id IN (
                      SELECT id FROM job WHERE finished_at < :before
                      ORDER BY finished_at LIMIT :most)
                    """)
                .bind("before", before)
                .bind("most", DELETED_AT_ONCE)
                .execute());
  }
}
