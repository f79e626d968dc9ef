package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.adapter.persistence.job.JobTable;

/// The SQL of [PostgresJobQueue].
final class ClaimStatements {
  /// Keys of the advisory locks under which nodes take turns.
  static final long CLAIM_LOCK = 0x70686f746f_01L;

  static final long SUBMIT_LOCK = 0x70686f746f_02L;

  static final String WAITING = "SELECT count(*) FROM job WHERE state = 'QUEUED'";

  /// A running job whose worker has been silent for a whole lease is there for anyone. Nobody could
  /// renew a lease while the database was away: for a while after its start none is over, so that
  /// workers that live are not robbed of paid calls.
  private static final String IS_ORPHAN =
      "(job.state = 'RUNNING' AND COALESCE(job.lease_until <= clock_timestamp(), true)"
          + " AND pg_postmaster_start_time() + :truce <= clock_timestamp())";

  private static final String HAS_PLACE =
      "(job.state = 'WAITING_PROVIDER' OR job.state = 'RUNNING' AND NOT " + IS_ORPHAN + ")";

  /// Asked before the lock is taken, as most of the time there is nothing.
  static final String IS_ANYTHING_READY =
      "SELECT EXISTS (SELECT FROM job WHERE state = 'WAITING_PROVIDER' AND check_at <= :now"
          + " OR target_provider_id = ANY(:providers)"
          + " AND (state = 'QUEUED' AND not_before <= :now OR "
          + IS_ORPHAN
          + "))";

  /// Takes jobs: of each provider the oldest that wait or lost their worker, as many as it may
  /// start and its places over all nodes allow, and no more of a slot than that allows; and those
  /// whose provider is to be asked. Attempts count from here.
  static final String CLAIM =
      """
      WITH placed AS (
        SELECT target_provider_id, account, slot_id FROM job
        WHERE HAS_PLACE
      ), place AS (
        SELECT asked.provider, LEAST(asked.starts, asked.most - count(placed)) AS free
        FROM unnest(CAST(:providers AS text[]), CAST(:starts AS integer[]),
                    CAST(:limits AS integer[])) AS asked (provider, starts, most)
        LEFT JOIN placed ON placed.target_provider_id = asked.provider
        GROUP BY asked.provider, asked.starts, asked.most
      ), ready AS (
        SELECT job.id, job.target_provider_id, job.received_at, job.slot_parallel_limit, place.free,
               row_number() OVER (PARTITION BY job.account, job.slot_id
                                  ORDER BY job.received_at, job.id)
                 + (SELECT count(*) FROM placed
                    WHERE placed.account = job.account AND placed.slot_id = job.slot_id)
                 AS nth_of_slot
        FROM job JOIN place ON place.provider = job.target_provider_id AND place.free > 0
        WHERE job.state = 'QUEUED' AND job.not_before <= :now OR IS_ORPHAN
      ), startable AS (
        SELECT id, free,
               row_number() OVER (PARTITION BY target_provider_id ORDER BY received_at, id) AS nth
        FROM ready
        WHERE slot_parallel_limit IS NULL OR nth_of_slot <= slot_parallel_limit
      ), claimable AS (
        SELECT id FROM job
        WHERE id IN (SELECT id FROM startable WHERE nth <= free)
           OR state = 'WAITING_PROVIDER' AND check_at <= :now
        FOR UPDATE SKIP LOCKED
      ), claimed AS (
        UPDATE job
        SET state = 'RUNNING', fence = fence + 1, lease_until = clock_timestamp() + :lease,
            attempts = attempts + CASE WHEN deferred_id IS NULL THEN 1 ELSE 0 END,
            lost_attempts = lost_attempts
              + CASE WHEN deferred_id IS NULL AND state = 'RUNNING' THEN 1 ELSE 0 END,
            started_at = CASE WHEN deferred_id IS NULL THEN :now ELSE started_at END,
            not_before = NULL, check_at = NULL
        FROM claimable WHERE job.id = claimable.id
        RETURNING job.*
      )
      SELECT COLUMNS, job.fence FROM claimed AS job ORDER BY job.received_at, job.id
      """
          .replace("HAS_PLACE", HAS_PLACE)
          .replace("IS_ORPHAN", IS_ORPHAN)
          .replace("COLUMNS", JobTable.COLUMNS);

  static final String RENEW =
      """
      UPDATE job SET lease_until = clock_timestamp() + :lease
      FROM unnest(CAST(:ids AS uuid[]), CAST(:fences AS bigint[])) AS claim (id, fence)
      WHERE job.id = claim.id AND job.fence = claim.fence AND job.state = 'RUNNING'
      RETURNING job.id
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
      FROM job WHERE state IN ('QUEUED', 'RUNNING', 'WAITING_PROVIDER')
      """
          .replace("HAS_PLACE", HAS_PLACE);

  private ClaimStatements() {}
}
