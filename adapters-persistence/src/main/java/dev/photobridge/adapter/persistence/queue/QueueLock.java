package dev.photobridge.adapter.persistence.queue;

import org.jdbi.v3.core.Handle;

/// What nodes take turns at, as an advisory lock of the database: limits, room, and duplicates are
/// counted over all nodes, so one node at a time adds jobs or claims them.
final class QueueLock {
  private static final long KEY = 0x70686f746f_01L;

  /// What [#planOnce] does, among the values of a query.
  static final String PLAN_ONCE =
      "set_config('plan_cache_mode', 'force_generic_plan', true),"
          + " set_config('enable_seqscan', 'off', true)";

  private QueueLock() {}

  /// Takes it until the transaction's end. Whoever has it waits for no row of a job, as who waits
  /// for it may hold that: claims skip locked rows. What follows is planned as by [#planOnce].
  static void take(Handle handle) {
    handle
        .createQuery("SELECT pg_advisory_xact_lock(:key), " + PLAN_ONCE)
        .bind("key", KEY)
        .mapTo(String.class)
        .one();
  }

  /// Lets the transaction's statements be planned once a connection: what they read does not depend
  /// on their values, and planning takes as long as running them. As the plan then stays, it must
  /// be one for large tables, however small they are when it is made.
  static void planOnce(Handle handle) {
    handle.createQuery("SELECT " + PLAN_ONCE).mapTo(String.class).one();
  }
}
