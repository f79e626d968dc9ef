package dev.photobridge.adapter.persistence.queue;

import org.jdbi.v3.core.Handle;

/// What nodes take turns at, as an advisory lock of the database: limits, room, and duplicates are
/// counted over all nodes, so one node at a time adds jobs or claims them.
final class QueueLock {
  private static final long KEY = 0x70686f746f_01L;

  /// Among the values of a query: lets the statements after it be planned once a connection, as
  /// what they read does not depend on their values, and planning takes as long as running them. As
  /// the plan then stays, it must be one for large tables, however small they are when it is made.
  static final String PLAN_ONCE =
      "set_config('plan_cache_mode', 'force_generic_plan', true) IS NULL,"
          + " set_config('enable_seqscan', 'off', true) IS NULL";

  /// Takes it until the transaction's end, where it is not taken already. Whoever has it waits for
  /// no row of a job, as who waits for it may hold that: claims skip locked rows. What follows is
  /// planned as by [#PLAN_ONCE].
  static final String TAKE = "SELECT pg_advisory_xact_lock(" + KEY + ") IS NULL, " + PLAN_ONCE;

  private QueueLock() {}

  /// Takes it, for who has to read something before it writes.
  static void take(Handle handle) {
    handle.createQuery(TAKE).mapTo(Boolean.class).one();
  }
}
