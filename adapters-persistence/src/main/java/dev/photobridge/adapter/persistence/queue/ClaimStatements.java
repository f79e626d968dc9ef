package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.adapter.persistence.job.JobTable;
import dev.photobridge.adapter.persistence.job.OfferedStarts;

/// The SQL of [PostgresJobQueue].
final class ClaimStatements {
  /// A running job whose worker has been silent for a whole lease is there for anyone. Nobody could
  /// renew a lease while the database was away: for a while after its start none is over, so that
  /// workers that live are not robbed of paid calls.
  private static final String IS_ORPHAN =
      "(job.state = 'RUNNING' AND COALESCE(job.lease_until <= clock_timestamp(), true)"
          + " AND pg_postmaster_start_time() + :truce <= clock_timestamp())";

  private static final String HAS_PLACE =
      "(job.state = 'WAITING_PROVIDER' OR job.state = 'RUNNING' AND NOT " + IS_ORPHAN + ")";

  /// The jobs that run or wait for their provider's answer: each has one open attempt, and no index
  /// knows the state of an open job.
  private static final String OPEN_ATTEMPTS =
      "(SELECT job.* FROM attempt JOIN job ON job.id = attempt.job_id"
          + " WHERE attempt.ended_at IS NULL AND job.finished_at IS NULL) AS job";

  /// Asked before the lock is taken, as most of the time there is nothing. The rest of a
  /// transaction that asks is planned as by [QueueLock#PLAN_ONCE].
  static final String IS_ANYTHING_READY =
      """
      SELECT EXISTS (SELECT FROM job
                     WHERE finished_at IS NULL AND target_provider_id = ANY(:providers)
                       AND state = 'QUEUED' AND not_before <= :now)
          OR EXISTS (SELECT FROM OPEN_ATTEMPTS
                     WHERE state = 'WAITING_PROVIDER' AND check_at <= :now
                        OR target_provider_id = ANY(:providers) AND IS_ORPHAN),
             PLAN_ONCE
      """
          .replace("PLAN_ONCE", QueueLock.PLAN_ONCE)
          .replace("OPEN_ATTEMPTS", OPEN_ATTEMPTS)
          .replace("IS_ORPHAN", IS_ORPHAN);

  /// Takes jobs: of each provider the oldest that wait or lost their worker, as many as it may
  /// start and its places over all nodes allow, and no more of a slot than that allows; and those
  /// whose provider is to be asked. Attempts count from here and get their rows; earlier ones of
  /// the same jobs that are still open broke off with their workers.
  ///
  /// It reads what has a place, what its slot may hold back, and of all others only as many as may
  /// start, however many wait. What it takes is named by arrays, as the planner would read all jobs
  /// there ever were to join a list with them.
  static final String CLAIM =
      """
      WITH placed AS MATERIALIZED (
        SELECT id, target_provider_id, account, slot_id, received_at, slot_parallel_limit, state,
               fence, check_at, IS_ORPHAN AS is_orphan
        FROM OPEN_ATTEMPTS
      ), place AS MATERIALIZED (
        SELECT asked.provider,
               GREATEST(0, LEAST(asked.starts, asked.most
                 - (SELECT count(*) FROM placed
                    WHERE placed.target_provider_id = asked.provider AND NOT is_orphan))) AS free
        FROM OFFERED AS asked (provider, starts, most)
      ), ready AS (
        SELECT id, target_provider_id, account, slot_id, received_at, slot_parallel_limit, state,
               fence
        FROM placed WHERE is_orphan
        UNION ALL
        SELECT waiting.* FROM place CROSS JOIN LATERAL (
          SELECT CANDIDATE FROM job
          WHERE finished_at IS NULL AND target_provider_id = place.provider
            AND state = 'QUEUED' AND not_before <= :now AND slot_parallel_limit IS NULL
          ORDER BY received_at, id LIMIT place.free) AS waiting
        UNION ALL
        SELECT limited.* FROM place CROSS JOIN LATERAL (
          SELECT CANDIDATE FROM job
          WHERE finished_at IS NULL AND target_provider_id = place.provider
            AND state = 'QUEUED' AND not_before <= :now AND slot_parallel_limit IS NOT NULL
            AND place.free > 0) AS limited
      ), ranked AS (
        SELECT ready.*,
               row_number() OVER (PARTITION BY account, slot_id ORDER BY received_at, id)
                 + CASE WHEN slot_parallel_limit IS NULL THEN 0 ELSE
                     (SELECT count(*) FROM placed
                      WHERE NOT is_orphan
                        AND placed.account = ready.account AND placed.slot_id = ready.slot_id)
                   END AS nth_of_slot
        FROM ready
      ), startable AS (
        SELECT id, state, fence, target_provider_id,
               row_number() OVER (PARTITION BY target_provider_id ORDER BY received_at, id) AS nth
        FROM ranked
        WHERE slot_parallel_limit IS NULL OR nth_of_slot <= slot_parallel_limit
      ), chosen AS MATERIALIZED (
        SELECT startable.id, startable.state, startable.fence
        FROM startable JOIN place ON place.provider = startable.target_provider_id
        WHERE startable.nth <= place.free
        UNION ALL
        SELECT id, state, fence FROM placed WHERE state = 'WAITING_PROVIDER' AND check_at <= :now
      ), claimable AS MATERIALIZED (
        SELECT job.id FROM job JOIN chosen USING (id)
        WHERE job.id = ANY(ARRAY(SELECT id FROM chosen))
          AND job.state = chosen.state AND job.fence = chosen.fence
        FOR UPDATE OF job SKIP LOCKED
      ), claimed AS (
        UPDATE job
        SET state = 'RUNNING', fence = fence + 1, lease_until = clock_timestamp() + :lease,
            attempts = attempts + CASE WHEN deferred_id IS NULL THEN 1 ELSE 0 END,
            lost_attempts = lost_attempts
              + CASE WHEN deferred_id IS NULL AND state = 'RUNNING' THEN 1 ELSE 0 END,
            started_at = CASE WHEN deferred_id IS NULL THEN :now ELSE started_at END,
            not_before = NULL, check_at = NULL
        WHERE id = ANY(ARRAY(SELECT id FROM claimable))
        RETURNING job.*
      ), lost AS (
        UPDATE attempt SET ended_at = :now, outcome = 'UNKNOWN'
        FROM claimed
        WHERE attempt.job_id = ANY(ARRAY(SELECT id FROM placed WHERE is_orphan))
          AND attempt.job_id = claimed.id AND attempt.ended_at IS NULL
          AND claimed.deferred_id IS NULL
      ), begun AS (
        INSERT INTO attempt (job_id, number, provider_id, operation_id, started_at)
        SELECT id, attempts, target_provider_id,
               CASE target WHEN 'MAIN' THEN operation_id ELSE fallback_operation_id END, :now
        FROM claimed WHERE deferred_id IS NULL
      )
      SELECT COLUMNS, job.fence FROM claimed AS job ORDER BY job.received_at, job.id
      """
          .replace(
              "CANDIDATE",
              "id, target_provider_id, account, slot_id, received_at, slot_parallel_limit, state,"
                  + " fence")
          .replace("OPEN_ATTEMPTS", OPEN_ATTEMPTS)
          .replace("IS_ORPHAN", IS_ORPHAN)
          .replace("OFFERED", OfferedStarts.ROWS)
          .replace("COLUMNS", JobTable.COLUMNS);

  /// Waits for no row: one that somebody else has locked is being written, by the release of that
  /// claim or by who takes the job over, and there is nothing to prolong.
  static final String RENEW =
      """
      WITH claim AS MATERIALIZED (
        SELECT *
        FROM unnest(CAST(:ids AS uuid[]), CAST(:fences AS bigint[])) WITH ORDINALITY
          AS claim (id, fence, nth)
      ), held AS MATERIALIZED (
        SELECT job.id FROM claim JOIN job USING (id, fence)
        WHERE job.state = 'RUNNING'
        FOR UPDATE OF job SKIP LOCKED
      ), renewed AS (
        UPDATE job SET lease_until = clock_timestamp() + :lease
        FROM held WHERE job.id = held.id
      )
      SELECT nth, held.id IS NOT NULL AS renewed, job.id IS NULL AS lost
      FROM claim
      LEFT JOIN held USING (id)
      LEFT JOIN job ON job.id = claim.id AND job.fence = claim.fence AND job.state = 'RUNNING'
      """;

  static final String WAKE =
      """
      UPDATE job SET check_at = :now
      WHERE id = :id AND state = 'WAITING_PROVIDER' AND check_at > :now
      """;

  static final String LOAD =
      """
      SELECT count(*) FILTER (WHERE state = 'QUEUED') AS waiting,
             count(*) FILTER (WHERE state = 'QUEUED' AND target_provider_id = :provider)
               AS waiting_at_provider,
             count(*) FILTER (WHERE HAS_PLACE AND target_provider_id = :provider)
               AS running_at_provider,
             count(*) FILTER (WHERE state = 'QUEUED' AND account = :account AND slot_id = :slot)
               AS waiting_in_slot,
             count(*) FILTER (WHERE HAS_PLACE AND account = :account AND slot_id = :slot)
               AS running_in_slot
      FROM job WHERE finished_at IS NULL
      """
          .replace("HAS_PLACE", HAS_PLACE);

  private ClaimStatements() {}
}
