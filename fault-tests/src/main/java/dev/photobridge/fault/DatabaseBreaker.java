package dev.photobridge.fault;

import dev.photobridge.fault.installation.Conditions;
import dev.photobridge.fault.installation.PostgresServer;
import dev.photobridge.fault.schedule.DatabaseFault;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/// Breaks what is between the nodes and their database.
final class DatabaseBreaker {
  private static final Duration AWAY = Duration.ofSeconds(1);
  private static final Duration LOCKED = Duration.ofSeconds(8);
  private static final Duration REFUSED = Duration.ofSeconds(4);
  private static final Duration BETWEEN = Duration.ofMillis(500);
  private static final int ROUNDS = 10;

  private static final String TERMINATE =
      "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'photobridge'";
  private static final String LISTENERS = " AND application_name = 'photobridge-listener'";

  private final PostgresServer postgres;

  DatabaseBreaker(PostgresServer postgres) {
    this.postgres = postgres;
  }

  String broken(DatabaseFault kind) throws IOException, SQLException, InterruptedException {
    return switch (kind) {
      case CRASH -> {
        postgres.crash(AWAY);
        yield "";
      }
      case SESSIONS_TERMINATED -> terminated();
      case LISTENERS_TERMINATED -> listenersTerminated();
      case POOL_EXHAUSTED -> locked();
      case CONNECTIONS_REFUSED -> refused();
    };
  }

  private String terminated() throws SQLException {
    int sessions = 0;
    try (Connection connection = postgres.asSuperuser()) {
      for (int i = 0; i < ROUNDS; i++) {
        sessions += count(connection, TERMINATE);
        Conditions.pause(BETWEEN);
      }
    }
    return sessions + " sessions";
  }

  private String listenersTerminated() throws SQLException {
    try (Connection connection = postgres.asSuperuser()) {
      int terminated = count(connection, TERMINATE + LISTENERS);
      long begin = System.nanoTime();
      boolean back =
          Conditions.await(() -> listeners(connection) >= terminated, Duration.ofSeconds(30));
      return "%d sessions, %s after %.1f s"
          .formatted(terminated, back ? "back" : "not back", (System.nanoTime() - begin) / 1e9);
    }
  }

  private static int listeners(Connection connection) {
    try {
      return count(
          connection,
          "SELECT count(*) FROM pg_stat_activity WHERE usename = 'photobridge'" + LISTENERS);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String locked() throws SQLException {
    try (Connection connection = postgres.toNodesDatabase()) {
      connection.setAutoCommit(false);
      execute(connection, "LOCK TABLE job IN ACCESS EXCLUSIVE MODE");
      Conditions.pause(LOCKED);
      connection.rollback();
    }
    return "for %d s".formatted(LOCKED.toSeconds());
  }

  private String refused() throws SQLException {
    try (Connection connection = postgres.asSuperuser()) {
      execute(connection, "ALTER ROLE photobridge CONNECTION LIMIT 0");
      int sessions = count(connection, TERMINATE);
      Conditions.pause(REFUSED);
      execute(connection, "ALTER ROLE photobridge CONNECTION LIMIT -1");
      return "%d sessions ended, none accepted for %d s".formatted(sessions, REFUSED.toSeconds());
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getInt(1);
    }
  }
}
