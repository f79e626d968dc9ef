package dev.photobridge.adapter.persistence;

import dev.photobridge.application.port.out.ReadinessProbe;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/// Whether the database answers. Asks over a connection of its own, so that a busy pool does not
/// look like a dead database.
public final class DatabaseProbe implements ReadinessProbe {
  private static final int LONGEST_ANSWER_SEC = 1;

  private final DatabaseSettings settings;

  /// @param settings those that the pool was opened with
  public DatabaseProbe(DatabaseSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Optional<String> problem() {
    try (Connection connection = DatabaseConnections.open(settings, LONGEST_ANSWER_SEC);
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(DatabaseProblems.of(e, settings));
    }
  }
}
