package dev.photobridge.adapter.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands out a pool's connections. A busy pool and a database that is away look the same to whoever
/// waits for a connection, and need opposite answers: many photos at once have to wait in turn, but
/// in an outage nobody should. So the turn is waited for here, and the pool is asked only by as
/// many as it has connections: where it then has none, the database is away, and for a moment
/// everybody else is told so at once. Says in the log, once each, that the database is away and
/// that it is back. Safe for use by many threads.
final class PooledConnections implements ConnectionFactory {
  private static final Logger LOG = LoggerFactory.getLogger("photobridge.database");

  /// So long the word of one who tried holds for all. Then the next one tries.
  private static final Duration HOLDS_FOR = Duration.ofSeconds(1);

  private final DataSource pool;
  private final Semaphore places;
  private final Duration longestTurn;
  private final LongSupplier nanoTime;
  private final AtomicReference<@Nullable Outage> outage = new AtomicReference<>();

  /// @param pool fails soon where the database is away
  /// @param size how many connections the pool has
  /// @param longestTurn how long to wait for others to give theirs back
  /// @param nanoTime as [System#nanoTime()]
  PooledConnections(DataSource pool, int size, Duration longestTurn, LongSupplier nanoTime) {
    this.pool = pool;
    this.places = new Semaphore(size, true);
    this.longestTurn = longestTurn;
    this.nanoTime = nanoTime;
  }

  private record Outage(SQLException cause, long seenAt) {}

  @Override
  public Connection openConnection() throws SQLException {
    failIfKnownAway();
    if (!hasTurn()) {
      throw DatabaseOutage.failure(
          new SQLTransientConnectionException("all connections are in use, for too long"));
    }
    boolean opened = false;
    try {
      // whoever had the turn before may have learned it
      failIfKnownAway();
      Connection connection = pool.getConnection();
      opened = true;
      seenBack();
      return connection;
    } catch (SQLException e) {
      if (DatabaseOutage.cause(e).isEmpty()) {
        throw e;
      }
      seenAway(e);
      throw DatabaseOutage.failure(e);
    } finally {
      if (!opened) {
        places.release();
      }
    }
  }

  /// A connection that can't be given back properly is of no concern to its user, whose work is
  /// done by then; the pool throws it away.
  @Override
  public void closeConnection(Connection connection) throws SQLException {
    try {
      connection.close();
    } catch (SQLException e) {
      if (DatabaseOutage.cause(e).isEmpty()) {
        throw e;
      }
      LOG.debug("A broken connection was given back: {}", e.toString());
    } finally {
      places.release();
    }
  }

  private boolean hasTurn() {
    try {
      return places.tryAcquire(longestTurn.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      // a thread that is to stop may still write its last word, but does not wait
      Thread.currentThread().interrupt();
      return places.tryAcquire();
    }
  }

  private void failIfKnownAway() {
    Outage known = outage.get();
    if (known != null && nanoTime.getAsLong() - known.seenAt() < HOLDS_FOR.toNanos()) {
      // many threads throw it, so each gets one of its own
      throw DatabaseOutage.failure(known.cause());
    }
  }

  private void seenAway(SQLException cause) {
    if (outage.getAndSet(new Outage(cause, nanoTime.getAsLong())) == null) {
      LOG.error(
          "The database can't be reached; requests get 503 until it is back, and accepted photos"
              + " wait: {}",
          cause.getMessage());
    }
  }

  private void seenBack() {
    if (outage.getAndSet(null) != null) {
      LOG.info("The database is back");
    }
  }
}
