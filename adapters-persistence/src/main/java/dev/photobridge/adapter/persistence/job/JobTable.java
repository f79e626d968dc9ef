package dev.photobridge.adapter.persistence.job;

import dev.photobridge.adapter.persistence.Pipeline;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.CallTimes;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Statements on table `job`, within whatever transaction the handle is in.
public final class JobTable {
  /// The columns of [JobRow], of the table named or aliased `job`.
  public static final String COLUMNS =
      """
      job.id, job.account, job.slot_id, job.origin, job.rerun_of, job.provider_id, job.operation_id, job.settings_json,
      job.fallback_provider_id, job.fallback_operation_id, job.fallback_settings_json,
      job.slot_parallel_limit, job.duplicate_key, job.source_media_id, job.fields,
      job.received_at, job.accepted_at, job.answer_by, job.expires_at, job.state, job.target, job.attempts,
      job.lost_attempts, job.cost, job.not_before, job.started_at, job.deferred_id, job.check_at,
      job.finished_at, job.result_media_id, job.failure_kind, job.failure_reason,
      job.failure_detail
      """;

  /// Reads these columns.
  public static final RowMapper<JobRow> ROWS = (row, _) -> JobRow.read(row);

  /// Jobs and their open attempts, of which each has one at most. An attempt that goes on is only
  /// told when its provider was called.
  public static final String UPDATE =
      """
      WITH change AS MATERIALIZED (
        SELECT *
        FROM unnest(CAST(:id AS uuid[]), CAST(:fence AS bigint[]), :state, :target,
                    CAST(:attempts AS integer[]), CAST(:lost AS integer[]),
                    CAST(:cost AS numeric[]), CAST(:notBefore AS timestamptz[]),
                    CAST(:startedAt AS timestamptz[]), :deferred,
                    CAST(:checkAt AS timestamptz[]), CAST(:finishedAt AS timestamptz[]),
                    CAST(:result AS uuid[]), :kind, :reason, :detail,
                    CAST(:attemptEndedAt AS timestamptz[]), :outcome, :attemptKind,
                    :attemptReason, :attemptDetail, CAST(:attemptCost AS numeric[]),
                    CAST(:tokens AS bigint[]), CAST(:asked AS timestamptz[]),
                    CAST(:answered AS timestamptz[]))
               WITH ORDINALITY
             AS change (id, fence, state, target, attempts, lost_attempts, cost, not_before,
                        started_at, deferred_id, check_at, finished_at, result, kind, reason,
                        detail, attempt_ended_at, outcome, attempt_kind, attempt_reason,
                        attempt_detail, attempt_cost, tokens, asked, answered, nth)
      ), updated AS (
        UPDATE job
        SET state = change.state, target = change.target, attempts = change.attempts,
            lost_attempts = change.lost_attempts, cost = change.cost,
            not_before = change.not_before,
            started_at = COALESCE(change.started_at, job.started_at),
            deferred_id = change.deferred_id, check_at = change.check_at, lease_until = NULL,
            finished_at = change.finished_at, result_media_id = change.result,
            failure_kind = change.kind, failure_reason = change.reason,
            failure_detail = change.detail
        FROM change
        WHERE job.id = change.id
          AND (change.fence IS NULL OR (job.fence = change.fence AND job.state = 'RUNNING'))
        RETURNING change.nth
      ), attempted AS (
        UPDATE attempt
        SET ended_at = change.attempt_ended_at, outcome = change.outcome,
            failure_kind = change.attempt_kind, failure_reason = change.attempt_reason,
            failure_detail = change.attempt_detail, cost = change.attempt_cost,
            tokens = change.tokens, asked_at = COALESCE(change.asked, asked_at),
            answered_at = change.answered
        FROM updated JOIN change USING (nth)
        WHERE attempt.job_id = change.id AND attempt.ended_at IS NULL
          AND (change.outcome IS NOT NULL
            OR asked_at IS DISTINCT FROM COALESCE(change.asked, asked_at))
      )
      SELECT nth FROM updated
      """;

  private JobTable() {}

  /// A job to be updated by the claim that has this fence, and its open attempt.
  ///
  /// @param fence null: whoever has it
  /// @param attempt how the attempt ends; null where it goes on, or there is none
  /// @param call of the attempt
  /// @param at when the attempt ends; null where it does not
  public record Change(
      Job job,
      @Nullable Long fence,
      @Nullable AttemptEnd attempt,
      CallTimes call,
      @Nullable Instant at) {
    private JobEndRow end() {
      return JobRow.end(job);
    }

    private AttemptEndRow attemptEnd() {
      return AttemptEndRow.of(attempt);
    }
  }

  /// Updates jobs that their claims still have.
  ///
  /// @return for each, whether it was updated
  public static List<Boolean> update(Handle handle, List<Change> changes) {
    Query update = bind(handle.createQuery(UPDATE), changes);
    return Pipeline.run(update, results -> updated(results, changes));
  }

  /// Binds what [#UPDATE] needs.
  public static Query bind(Query update, List<Change> changes) {
    return new ColumnArrays<>(update, changes)
        .bind("id", change -> change.job().id())
        .bind("fence", Change::fence)
        .bind("state", change -> change.job().state())
        .bind("target", change -> change.job().progress().target())
        .bind("attempts", change -> change.job().attempts())
        .bind("lost", change -> change.job().progress().lostAttempts())
        .bind("cost", change -> change.job().cost().dollars())
        .bind("notBefore", change -> JobRow.notBefore(change.job()))
        .bind("startedAt", change -> JobRow.startedAt(change.job()))
        .bind("deferred", change -> JobRow.deferredId(change.job()))
        .bind("checkAt", change -> JobRow.checkAt(change.job()))
        .bind("finishedAt", change -> JobRow.finishedAt(change.job()))
        .bind("result", change -> change.end().resultMediaId())
        .bind("kind", change -> change.end().failureKind())
        .bind("reason", change -> change.end().failureReason())
        .bind("detail", change -> change.end().failureDetail())
        .bind("attemptEndedAt", Change::at)
        .bind("outcome", change -> change.attemptEnd().outcome())
        .bind("attemptKind", change -> change.attemptEnd().failureKind())
        .bind("attemptReason", change -> change.attemptEnd().failureReason())
        .bind("attemptDetail", change -> change.attemptEnd().failureDetail())
        .bind("attemptCost", change -> change.attemptEnd().cost())
        .bind("tokens", change -> change.attemptEnd().tokens())
        .bind("asked", change -> change.call().askedAt())
        .bind("answered", change -> change.call().answeredAt())
        .statement();
  }

  /// What came of [#UPDATE]: for each change, whether it was made.
  public static List<Boolean> updated(Pipeline.Results results, List<Change> changes)
      throws SQLException {
    List<Boolean> updated = new ArrayList<>(Collections.nCopies(changes.size(), false));
    for (int nth : results.next((row, _) -> row.getInt("nth"))) {
      updated.set(nth - 1, true);
    }
    return updated;
  }

  /// An ended job, where this row is one.
  static List<FinishedJob> finished(List<JobRow> rows) {
    return rows.stream()
        .map(JobRow::toJob)
        .filter(FinishedJob.class::isInstance)
        .map(FinishedJob.class::cast)
        .toList();
  }
}
