package dev.photobridge.adapter.persistence.job;

import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.QueuedJob;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
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
  public static final RowMapper<JobRow> ROWS = ConstructorMapper.of(JobRow.class);

  private static final String UPDATE =
      """
      UPDATE job
      SET state = :state, target = :target, attempts = :attempts, lost_attempts = :lostAttempts,
          cost = :cost, not_before = :notBefore,
          started_at = COALESCE(:startedAt, started_at),
          deferred_id = :deferredId, check_at = :checkAt, lease_until = NULL,
          finished_at = :finishedAt,
          result_media_id = :end.resultMediaId,
          failure_kind = :end.failureKind, failure_reason = :end.failureReason,
          failure_detail = :end.failureDetail
      WHERE id = :id
      """;

  private JobTable() {}

  /// A job to be updated by the claim that has this fence.
  ///
  /// @param fence null: whoever has it
  public record Change(Job job, @Nullable Long fence) {}

  /// Inserts jobs just accepted.
  public static void insert(Handle handle, List<QueuedJob> jobs) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO job (id, account, slot_id, origin, rerun_of, provider_id, operation_id,
                             settings_json,
                             fallback_provider_id, fallback_operation_id, fallback_settings_json,
                             slot_parallel_limit, duplicate_key, source_media_id, fields,
                             received_at, accepted_at, answer_by, expires_at, state, attempts, cost,
                             not_before)
            VALUES (:id, :account, :slotId, :origin, :rerunOf, :providerId, :operationId,
                    CAST(:settingsJson AS jsonb), :fallbackProviderId, :fallbackOperationId,
                    CAST(:fallbackSettingsJson AS jsonb), :slotParallelLimit, :duplicateKey,
                    :sourceMediaId, CAST(:fields AS jsonb),
                    :receivedAt, :acceptedAt, :answerBy, :expiresAt, :state, :attempts, :cost,
                    :notBefore)
            """);
    jobs.forEach(job -> batch.bindMethods(JobRow.of(job)).add());
    batch.execute();
  }

  /// Updates jobs that their claims still have.
  ///
  /// @return for each, whether it was updated
  public static boolean[] update(Handle handle, List<Change> changes) {
    PreparedBatch batch =
        handle.prepareBatch(
            UPDATE
                + "AND (CAST(:fence AS bigint) IS NULL OR (fence = :fence AND state = 'RUNNING'))");
    changes.forEach(
        change ->
            batch
                .bindMethods(JobRow.of(change.job()))
                .bindByType("fence", change.fence(), Long.class)
                .add());
    int[] counts = batch.execute();
    boolean[] updated = new boolean[counts.length];
    for (int i = 0; i < counts.length; i++) {
      updated[i] = counts[i] == 1;
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
