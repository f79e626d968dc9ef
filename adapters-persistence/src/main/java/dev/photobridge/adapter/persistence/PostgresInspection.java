package dev.photobridge.adapter.persistence;

import dev.photobridge.application.port.out.Inspection;
import dev.photobridge.domain.check.CheckArea;
import dev.photobridge.domain.check.ClockDifference;
import dev.photobridge.domain.check.Finding;
import dev.photobridge.domain.check.FindingCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationInfo;

/// Whether the database answers, how fast, whether its tables are those of this version, and what
/// time it is there. Asks over a connection of its own.
public final class PostgresInspection implements Inspection {
  private static final int LONGEST_ANSWER_SEC = 3;
  private static final Duration SLOW = Duration.ofMillis(200);

  private final DatabaseSettings settings;
  private final InstantSource clock;

  /// @param settings which database it is
  public PostgresInspection(DatabaseSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public CheckArea area() {
    return CheckArea.DATABASE;
  }

  @Override
  public List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    try (Connection connection = DatabaseConnections.open(settings, LONGEST_ANSWER_SEC);
        Statement statement = connection.createStatement()) {
      // the first question pays for what is made on demand
      statement.execute("SELECT 1");
      Instant begin = clock.instant();
      Instant there = now(statement);
      Duration took = Duration.between(begin, clock.instant());
      findings.add(answering(took));
      ClockDifference.finding("database", Duration.between(there, begin.plus(took.dividedBy(2))))
          .ifPresent(findings::add);
    } catch (SQLException e) {
      findings.add(
          Finding.of(area(), FindingCode.DATABASE_AWAY).detailed(DatabaseProblems.of(e, settings)));
    }
    return findings;
  }

  private static Instant now(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  private Finding answering(Duration took) {
    var tables = Database.tables(settings).info();
    MigrationInfo current = tables.current();
    String schema = current == null ? "0" : String.valueOf(current.getVersion());
    if (tables.pending().length > 0) {
      return Finding.of(area(), FindingCode.DATABASE_OUTDATED).with("schema", schema);
    }
    return took.compareTo(SLOW) > 0
        ? Finding.of(area(), FindingCode.DATABASE_SLOW).with("millis", took.toMillis())
        : Finding.of(area(), FindingCode.DATABASE_ANSWERS)
            .with("schema", schema)
            .with("millis", Math.max(1, took.toMillis()));
  }
}
