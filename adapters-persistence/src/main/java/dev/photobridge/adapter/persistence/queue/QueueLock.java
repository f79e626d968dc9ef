package dev.photobridge.adapter.persistence.queue;

import org.jdbi.v3.core.Handle;

/// What nodes take turns at, as an advisory lock of the database.
enum QueueLock {
  /// Limits hold over all nodes, so one node claims at a time.
  CLAIMS(0x70686f746f_01L),
  /// Room and duplicates are counted over all nodes, so one node adds at a time.
  SUBMISSIONS(0x70686f746f_02L);

  private final long key;

  QueueLock(long key) {
    this.key = key;
  }

  /// Takes it until the transaction's end. Statements after it are planned once a connection: what
  /// they read does not depend on their values, and planning takes as long as running them.
  void take(Handle handle) {
    handle
        .createQuery(
            """
            SELECT pg_advisory_xact_lock(:key),
                   set_config('plan_cache_mode', 'force_generic_plan', true)
            """)
        .bind("key", key)
        .mapTo(String.class)
        .one();
  }
}
