package dev.photobridge.adapter.persistence.job;

import dev.photobridge.domain.job.Attempt;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.CallTimes;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.provider.ProviderUsage;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Statements on table `attempt`, within whatever transaction the handle is in.
public final class AttemptTable {
  private static final int REMEMBERED = 20;

  private AttemptTable() {}

  /// An attempt that ends.
  public record End(JobId job, AttemptEnd how, CallTimes call, Instant at) {}

  /// An attempt that goes on, and when its provider was called.
  public record Called(JobId job, int number, Instant at) {}

  /// Records that these attempts begin. Earlier ones of the same jobs that are still open broke off
  /// with their workers.
  public static void start(Handle handle, List<RunningJob> jobs) {
    PreparedBatch lost =
        handle.prepareBatch(
            """
            UPDATE attempt SET ended_at = :at, outcome = 'UNKNOWN'
            WHERE job_id = :job AND ended_at IS NULL
            """);
    PreparedBatch begun =
        handle.prepareBatch(
            """
            INSERT INTO attempt (job_id, number, provider_id, operation_id, started_at)
            VALUES (:job, :number, :provider, :operation, :at)
            """);
    for (RunningJob job : jobs) {
      if (job.progress().lostAttempts() > 0) {
        lost.bind("job", job.id().value()).bind("at", job.startedAt()).add();
      }
      begun
          .bind("job", job.id().value())
          .bind("number", job.attempts())
          .bind("provider", job.setup().provider().value())
          .bind("operation", job.setup().operation().value())
          .bind("at", job.startedAt())
          .add();
    }
    execute(lost);
    execute(begun);
  }

  /// Records how the open attempts of these jobs end.
  public static void end(Handle handle, List<End> ends) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE attempt
            SET ended_at = :at, outcome = :outcome, failure_kind = :kind, failure_reason = :reason,
                failure_detail = :detail, cost = :cost, tokens = :tokens,
                asked_at = COALESCE(:asked, asked_at), answered_at = :answered
            WHERE job_id = :job AND ended_at IS NULL
            """);
    for (End end : ends) {
      batch.bind("job", end.job().value()).bind("at", end.at());
      batch.bind("cost", end.how().cost().dollars());
      batch.bindByType("asked", end.call().askedAt(), Instant.class);
      batch.bindByType("answered", end.call().answeredAt(), Instant.class);
      switch (end.how()) {
        case AttemptEnd.Delivered delivered ->
            bind(batch, AttemptRow.DELIVERED, null, null, null, delivered.tokens());
        case AttemptEnd.Failed(var failure) ->
            bind(
                batch,
                AttemptRow.FAILED,
                failure.kind().name(),
                failure.reason(),
                failure.detail(),
                0);
        case AttemptEnd.Unknown _ -> bind(batch, AttemptRow.UNKNOWN, null, null, null, 0);
      }
      batch.add();
    }
    execute(batch);
  }

  /// Records when the providers of open attempts were called.
  public static void called(Handle handle, List<Called> calls) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE attempt SET asked_at = :at
            WHERE job_id = :job AND number = :number AND asked_at IS DISTINCT FROM :at
            """);
    calls.forEach(
        call ->
            batch
                .bind("job", call.job().value())
                .bind("number", call.number())
                .bind("at", call.at())
                .add());
    execute(batch);
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
        .map(ConstructorMapper.of(AttemptRow.class))
        .map(AttemptRow::toAttempt)
        .list();
  }

  private static void bind(
      PreparedBatch batch,
      String outcome,
      @Nullable String kind,
      @Nullable String reason,
      @Nullable String detail,
      long tokens) {
    batch
        .bind("outcome", outcome)
        .bindByType("kind", kind, String.class)
        .bindByType("reason", reason, String.class)
        .bindByType("detail", detail, String.class)
        .bind("tokens", tokens);
  }

  private static void execute(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }
}
