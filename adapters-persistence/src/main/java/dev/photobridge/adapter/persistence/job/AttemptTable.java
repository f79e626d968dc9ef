package dev.photobridge.adapter.persistence.job;

import dev.photobridge.adapter.persistence.RecordRows;
import dev.photobridge.domain.job.Attempt;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.provider.ProviderUsage;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;

/// Statements on table `attempt`, within whatever transaction the handle is in.
public final class AttemptTable {
  private static final int REMEMBERED = 20;
  private static final RowMapper<AttemptRow> ROWS = RecordRows.of(AttemptRow.class);

  private static final String LOSE =
      """
      UPDATE attempt SET ended_at = lost.at, outcome = 'UNKNOWN'
      FROM unnest(CAST(:job AS uuid[]), CAST(:at AS timestamptz[])) AS lost (job, at)
      WHERE job_id = lost.job AND ended_at IS NULL
      """;

  private static final String BEGIN =
      """
      INSERT INTO attempt (job_id, number, provider_id, operation_id, started_at)
      SELECT * FROM unnest(CAST(:job AS uuid[]), CAST(:number AS integer[]), :provider, :operation,
                           CAST(:at AS timestamptz[]))
      """;

  private static final String CALLED =
      """
      UPDATE attempt SET asked_at = called.at
      FROM unnest(CAST(:job AS uuid[]), CAST(:number AS integer[]), CAST(:at AS timestamptz[]))
           AS called (job, number, at)
      WHERE job_id = called.job AND attempt.number = called.number AND asked_at IS DISTINCT FROM called.at
      """;

  private AttemptTable() {}

  /// An attempt that goes on, and when its provider was called.
  public record Called(JobId job, int number, Instant at) {}

  /// Records that these attempts begin. Earlier ones of the same jobs that are still open broke off
  /// with their workers.
  public static void start(Handle handle, List<RunningJob> jobs) {
    List<RunningJob> lost = jobs.stream().filter(job -> job.progress().lostAttempts() > 0).toList();
    if (!lost.isEmpty()) {
      execute(
          new ColumnArrays<>(handle.createUpdate(LOSE), lost)
              .bind("job", RunningJob::id)
              .bind("at", RunningJob::startedAt));
    }
    if (!jobs.isEmpty()) {
      execute(
          new ColumnArrays<>(handle.createUpdate(BEGIN), jobs)
              .bind("job", RunningJob::id)
              .bind("number", RunningJob::attempts)
              .bind("provider", job -> job.setup().provider())
              .bind("operation", job -> job.setup().operation())
              .bind("at", RunningJob::startedAt));
    }
  }

  /// Records when the providers of open attempts were called.
  public static void called(Handle handle, List<Called> calls) {
    if (!calls.isEmpty()) {
      execute(
          new ColumnArrays<>(handle.createUpdate(CALLED), calls)
              .bind("job", Called::job)
              .bind("number", Called::number)
              .bind("at", Called::at));
    }
  }

  /// How much of a provider's limits is used; see
  /// [dev.photobridge.application.port.out.JobRepository#usage].
  public static ProviderUsage usage(
      Handle handle, ProviderId provider, Instant dayStart, Instant now) {
    Instant minuteStart = now.minusSeconds(60);
    return handle
        .createQuery(
            """
            SELECT count(*) FILTER (WHERE started_at > :minute) AS minute,
                   count(*) FILTER (WHERE started_at >= :day) AS day,
                   COALESCE(sum(tokens) FILTER (WHERE started_at > :minute), 0) AS tokens,
                   min(started_at) FILTER (WHERE started_at > :minute) AS oldest
            FROM attempt
            WHERE provider_id = :provider AND started_at >= :from
            """)
        .bind("provider", provider.value())
        .bind("minute", minuteStart)
        .bind("day", dayStart)
        .bind("from", dayStart.isBefore(minuteStart) ? dayStart : minuteStart)
        .map(
            (row, _) -> {
              OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
              return new ProviderUsage(
                  row.getInt("minute"),
                  row.getInt("day"),
                  row.getLong("tokens"),
                  oldest == null ? null : oldest.toInstant());
            })
        .one();
  }

  /// What an attempt at this provider used lately on average, of those that used any.
  public static long averageTokens(Handle handle, ProviderId provider) {
    return handle
        .createQuery(
            """
            SELECT COALESCE(round(avg(tokens)), 0) FROM (
              SELECT tokens FROM attempt
              WHERE provider_id = :provider AND tokens > 0
              ORDER BY started_at DESC LIMIT :most) AS latest
            """)
        .bind("provider", provider.value())
        .bind("most", REMEMBERED)
        .mapTo(Long.class)
        .one();
  }

  static List<Attempt> of(Handle handle, JobId job) {
    return handle
        .createQuery(
            """
            SELECT number, provider_id, operation_id, started_at, ended_at, asked_at, answered_at,
                   outcome, failure_kind,
                   failure_reason, failure_detail, cost, tokens
            FROM attempt WHERE job_id = :job ORDER BY number
            """)
        .bind("job", job.value())
        .map(ROWS)
        .map(AttemptRow::toAttempt)
        .list();
  }

  private static void execute(ColumnArrays<Update, ?> rows) {
    var _ = rows.statement().execute();
  }
}
