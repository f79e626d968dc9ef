package dev.photobridge.adapter.persistence.queue;

import org.jdbi.v3.core.Handle;

/// What nodes take turns at, as an advisory lock of the database: limits, room, and duplicates are
/// counted over all nodes, so one node at a time adds jobs or claims them.
final class QueueLock {
  private static final long KEY = 0x70686f746f_01L;

  private QueueLock() {}

  /// Takes it until the transaction's end. Whoever has it waits for no row of a job, as who waits
  /// for it may hold that: claims skip locked rows. Statements after it are planned once a
  /// connection: what they read does not depend on their values, and planning takes as long as
  /// running them.
  static void take(Handle handle) {
    handle
        .createQuery(
            """
            SELECT pg_advisory_xact_lock(:key),
                   set_config('plan_cache_mode', 'force_generic_plan', true)
            """)
        .bind("key", KEY)
        .mapTo(String.class)
        .one();
  }
}
