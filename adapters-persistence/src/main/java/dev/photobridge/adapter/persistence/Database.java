package dev.photobridge.adapter.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/// A pool of connections to a PostgreSQL whose tables are those of this version. Safe for use by
/// many threads.
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 10;

  /// One that migrates, one that holds Flyway's lock.
  private static final int MIGRATION_CONNECTIONS = 2;

  /// A start loads its classes meanwhile, on a machine on which everything else may be starting.
  private static final int FIRST_SIGN_IN_SEC = 10;

  /// Longer than a thousand photos at once need on a slow disk, shorter than a booth's patience.
  private static final Duration LONGEST_TURN = Duration.ofSeconds(10);

  /// As nobody asks the pool out of turn (see [PooledConnections]), this is only what connecting
  /// may take: in an outage the first requests are refused after it, all others at once.
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(2);

  private static final Duration LONGEST_VALIDATION = Duration.ofSeconds(1);

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi =
        Jdbi.create(new PooledConnections(pool, CONNECTIONS, LONGEST_TURN, System::nanoTime))
            .installPlugin(new PostgresTypes())
            .setHandleCallbackDecorator(new DatabaseOutage());
  }

  /// Connects and brings the tables up to date. Where nobody listens, that is reported within a
  /// second; one that is slow to let us in gets ten.
  public static DatabaseOpening open(DatabaseSettings settings) {
    try {
      // the pool would report the same failures later and in more words
      DatabaseConnections.open(settings, FIRST_SIGN_IN_SEC).close();
      return migrated(settings);
    } catch (SQLException e) {
      return new DatabaseOpening.Failed(DatabaseProblems.of(e, settings));
    }
  }

  /// Where the repositories send their SQL. Whatever is done with it fails with
  /// [dev.photobridge.application.port.out.StorageUnavailableException] where the database can't be
  /// reached: within seconds when nobody answers, at once when that is known already.
  public Jdbi jdbi() {
    return jdbi;
  }

  /// How its connections are used now.
  public ConnectionUse connectionUse() {
    var now = pool.getHikariPoolMXBean();
    return new ConnectionUse(now.getActiveConnections(), now.getIdleConnections(), CONNECTIONS);
  }

  /// How connections are used.
  ///
  /// @param busy by somebody
  /// @param idle open and free
  /// @param atMost how many there may be
  public record ConnectionUse(int busy, int idle, int atMost) {}

  @Override
  public void close() {
    pool.close();
  }

  private static DatabaseOpening migrated(DatabaseSettings settings) {
    try (var patient =
        new HikariDataSource(
            poolOf(settings, DatabaseConnections.patient(settings), MIGRATION_CONNECTIONS))) {
      int applied = migrate(patient);
      var pool =
          new HikariDataSource(
              poolOf(settings, DatabaseConnections.properties(settings), CONNECTIONS));
      return new DatabaseOpening.Opened(new Database(pool), applied);
    } catch (FlywayException e) {
      return new DatabaseOpening.Failed(DatabaseProblems.of(e, settings));
    }
  }

  private static int migrate(DataSource pool) {
    return tables().dataSource(pool).load().migrate().migrationsExecuted;
  }

  /// The tables of a database, for who wants to know how they stand.
  static Flyway tables(DatabaseSettings settings) {
    return tables().dataSource(settings.url(), settings.user(), settings.password()).load();
  }

  private static FluentConfiguration tables() {
    return Flyway.configure()
        .locations("classpath:db/migration")
        .loggers(QuietMigrationLog.class.getName())
        // a database of a newer version is refused instead of being written to by an older one
        .ignoreMigrationPatterns(new String[0]);
  }

  private static HikariConfig poolOf(
      DatabaseSettings settings, Properties properties, int connections) {
    var config = new HikariConfig();
    config.setPoolName("database");
    config.setJdbcUrl(settings.url());
    config.setDataSourceProperties(properties);
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(LONGEST_CONNECT.toMillis());
    config.setValidationTimeout(LONGEST_VALIDATION.toMillis());
    config.setInitializationFailTimeout(-1);
    return config;
  }

  /// Jdbi's support of PostgreSQL's types, without that of large objects: it would ask the server
  /// at the first use of each connection, where an outage is not told as one.
  private static final class PostgresTypes extends PostgresPlugin {
    @Override
    public Handle customizeHandle(Handle handle) {
      return handle;
    }
  }
}
