package dev.photobridge.adapter.persistence.job;

import dev.photobridge.adapter.persistence.Pipeline;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueuedJob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// Rows of table `job` for jobs just accepted, within whatever transaction the handle is in.
public final class NewJobs {
  /// The fence of a job that was started as it was added.
  public static final long FENCE = 1;

  private static final String COLUMNS =
      """
      id, account, slot_id, origin, rerun_of, provider_id, operation_id, settings_json,
      fallback_provider_id, fallback_operation_id, fallback_settings_json, slot_parallel_limit,
      duplicate_key, source_media_id, fields, received_at, accepted_at, answer_by, expires_at,
      cost\
      """;

  private static final String VALUES =
      """
      unnest(
        CAST(:id AS uuid[]), :account, :slot, :origin, CAST(:rerunOf AS uuid[]), :provider,
        :operation, CAST(:settings AS jsonb[]), :fallbackProvider, :fallbackOperation,
        CAST(:fallbackSettings AS jsonb[]), CAST(:slotLimit AS integer[]), :duplicateKey,
        CAST(:source AS uuid[]), CAST(:fields AS jsonb[]), CAST(:receivedAt AS timestamptz[]),
        CAST(:acceptedAt AS timestamptz[]), CAST(:answerBy AS timestamptz[]),
        CAST(:expiresAt AS timestamptz[]), CAST(:cost AS numeric[]),
        CAST(:notBefore AS timestamptz[]))\
      """;

  private static final String INSERT =
      """
      INSERT INTO job (COLUMNS, state, attempts, not_before)
      SELECT COLUMNS, 'QUEUED', 0, not_before FROM VALUES AS new (COLUMNS, not_before)
      """
          .replace("COLUMNS", COLUMNS)
          .replace("VALUES", VALUES);

  /// Adds as many as there is room for, and starts what needs no selection: where no job waits for
  /// the provider, those that come now take its places in their order. Jobs of slots with a limit
  /// wait for a claim, which knows it.
  private static final String SUBMIT =
      """
      WITH room AS MATERIALIZED (
        SELECT COALESCE(CAST(:room AS integer),
                        :capacity - (SELECT count(*) FROM job
                                     WHERE finished_at IS NULL AND state = 'QUEUED')) AS places
      ), place AS MATERIALIZED (
        SELECT offered.provider,
               LEAST(offered.starts, offered.most
                 - (SELECT count(*) FROM attempt
                    WHERE ended_at IS NULL AND provider_id = offered.provider)) AS free
        FROM OFFERED AS offered (provider, starts, most)
        WHERE NOT EXISTS (SELECT FROM job
                          WHERE finished_at IS NULL AND target_provider_id = offered.provider
                            AND state = 'QUEUED' AND not_before <= :now)
      ), ranked AS (
        SELECT new.*,
               slot_parallel_limit IS NULL AND place.free >=
                 row_number() OVER (PARTITION BY provider_id
                                    ORDER BY slot_parallel_limit IS NOT NULL, nth) AS starts
        FROM VALUES WITH ORDINALITY AS new (COLUMNS, not_before, nth)
        LEFT JOIN place ON place.provider = new.provider_id
        WHERE nth <= (SELECT places FROM room)
      ), added AS (
        INSERT INTO job (COLUMNS, state, attempts, not_before, started_at, fence, lease_until)
        SELECT COLUMNS, 'QUEUED', 0, not_before, CAST(NULL AS timestamptz), 0,
               CAST(NULL AS timestamptz)
        FROM ranked WHERE starts IS NOT TRUE
        UNION ALL
        SELECT COLUMNS, 'RUNNING', 1, NULL, :now, FENCE, clock_timestamp() + :lease
        FROM ranked WHERE starts
        RETURNING id, state, provider_id, operation_id
      ), begun AS (
        INSERT INTO attempt (job_id, number, provider_id, operation_id, started_at)
        SELECT id, 1, provider_id, operation_id, :now FROM added WHERE state = 'RUNNING'
      )
      SELECT id, state = 'RUNNING' AS started, (SELECT places FROM room) AS room FROM added
      """
          .replace("COLUMNS", COLUMNS)
          .replace("VALUES", VALUES)
          .replace("OFFERED", OfferedStarts.ROWS)
          .replace("FENCE", Long.toString(FENCE));

  private NewJobs() {}

  /// What jobs find.
  ///
  /// @param capacity jobs that may wait, over all nodes
  /// @param room how many more may, or null where it has to be counted
  /// @param starts how many may start at once
  /// @param lease how long a worker that says nothing keeps its job
  public record Places(
      int capacity, @Nullable Integer room, OfferedStarts starts, Duration lease) {}

  /// A job that was added.
  ///
  /// @param started whether its first attempt began, with [#FENCE]
  /// @param room how many more might have waited before
  public record Added(JobId id, boolean started, int room) {}

  /// Adds jobs that wait, whether or not there is room.
  public static void insert(Handle handle, List<QueuedJob> jobs) {
    var _ = bound(handle.createUpdate(INSERT), jobs).execute();
  }

  /// Adds the first of these jobs, as many as there is room for, and begins the first attempts of
  /// those that may start at once. Commits the handle's transaction.
  ///
  /// @param lock a query that goes before, and keeps others from adding any
  /// @return those that were added
  public static List<Added> submit(
      Handle handle, String lock, List<QueuedJob> jobs, Places places, Instant now) {
    Query submission = handle.createQuery(Pipeline.of(lock, SUBMIT, Pipeline.COMMIT));
    return Pipeline.run(
        places
            .starts()
            .bindTo(bound(submission, jobs))
            .bind("room", places.room())
            .bind("capacity", places.capacity())
            .bind("now", now)
            .bind("lease", places.lease()),
        results -> results.skip().next((row, _) -> added(row)));
  }

  private static Added added(ResultSet row) throws SQLException {
    return new Added(
        new JobId(row.getObject("id", UUID.class)), row.getBoolean("started"), row.getInt("room"));
  }

  private static <S extends SqlStatement<S>> S bound(S statement, List<QueuedJob> jobs) {
    return new ColumnArrays<>(statement, jobs.stream().map(JobRow::of).toList())
        .bind("id", JobRow::id)
        .bind("account", JobRow::account)
        .bind("slot", JobRow::slotId)
        .bind("origin", JobRow::origin)
        .bind("rerunOf", JobRow::rerunOf)
        .bind("provider", JobRow::providerId)
        .bind("operation", JobRow::operationId)
        .bind("settings", JobRow::settingsJson)
        .bind("fallbackProvider", JobRow::fallbackProviderId)
        .bind("fallbackOperation", JobRow::fallbackOperationId)
        .bind("fallbackSettings", JobRow::fallbackSettingsJson)
        .bind("slotLimit", JobRow::slotParallelLimit)
        .bind("duplicateKey", JobRow::duplicateKey)
        .bind("source", JobRow::sourceMediaId)
        .bind("fields", JobRow::fields)
        .bind("receivedAt", JobRow::receivedAt)
        .bind("acceptedAt", JobRow::acceptedAt)
        .bind("answerBy", JobRow::answerBy)
        .bind("expiresAt", JobRow::expiresAt)
        .bind("cost", JobRow::cost)
        .bind("notBefore", JobRow::notBefore)
        .statement();
  }
}
