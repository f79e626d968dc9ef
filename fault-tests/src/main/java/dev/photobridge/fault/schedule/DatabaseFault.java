package dev.photobridge.fault.schedule;

/// How the database is broken.
public enum DatabaseFault {
  /// Immediate shutdown and start.
  CRASH("PostgreSQL crashed and started again"),
  /// All sessions of the nodes are ended again and again.
  SESSIONS_TERMINATED("all sessions terminated, every 0.5 s"),
  /// Only the sessions are ended that hear of other nodes.
  LISTENERS_TERMINATED("LISTEN sessions terminated"),
  /// Every connection of the pools waits for a lock.
  POOL_EXHAUSTED("pools exhausted (table of jobs locked)"),
  /// No connection is accepted.
  CONNECTIONS_REFUSED("no connections left for the nodes");

  private final String title;

  DatabaseFault(String title) {
    this.title = title;
  }

  /// What tables call it.
  String title() {
    return title;
  }
}
