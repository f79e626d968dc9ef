package dev.photobridge.adapter.persistence.media;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Lets one of several servers over one database clean up at a time, by an advisory lock of
/// PostgreSQL. The lock is the connection's: a server that dies in the middle lets go of it.
public record CleaningTurn(Jdbi jdbi) {
  /// "photobri" in letters: no other program locks this number.
  private static final long LOCK = 0x70686f746f627269L;

  /// Does this unless another server is at it. Its SQL on this thread uses the lock's connection:
  /// should that break, so does the cleaning.
  ///
  /// @return whether it was this server's turn
  public boolean take(Runnable cleaning) {
    return jdbi.withHandle(
        handle -> {
          if (!ask(handle, "SELECT pg_try_advisory_lock(?)")) {
            return false;
          }
          try {
            cleaning.run();
          } finally {
            var _ = ask(handle, "SELECT pg_advisory_unlock(?)");
          }
          return true;
        });
  }

  private static boolean ask(Handle handle, String question) {
    return handle.select(question, LOCK).mapTo(Boolean.class).one();
  }
}
