package dev.photobridge.app.server;

import dev.photobridge.adapter.persistence.DatabaseSettings;
import dev.photobridge.app.config.Configuration;
import dev.photobridge.app.database.EmbeddedDatabase;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The database that is configured, or else the embedded one, which starts while the caller goes
/// on.
final class DatabaseStart implements AutoCloseable {
  private final @Nullable DatabaseSettings configured;
  private final @Nullable Meanwhile<EmbeddedDatabase> embedded;

  private DatabaseStart(
      @Nullable DatabaseSettings configured, @Nullable Meanwhile<EmbeddedDatabase> embedded) {
    this.configured = configured;
    this.embedded = embedded;
  }

  /// Begins it.
  static DatabaseStart begin(
      Configuration configuration, DataDirectory data, StartProgress progress) {
    if (configuration.database().isPresent()) {
      Configuration.Database given = configuration.database().get();
      return new DatabaseStart(
          new DatabaseSettings(given.url(), given.user().orElse(""), given.password().orElse("")),
          null);
    }
    progress.step("Starting the embedded database (the first time takes about ten seconds) …");
    return new DatabaseStart(
        null,
        Meanwhile.begin("database-start", () -> EmbeddedDatabase.start(data.databaseFolder())));
  }

  /// How to connect to it, once it takes connections.
  ///
  /// @throws IOException when the embedded one can't be started
  DatabaseSettings settings() throws IOException {
    if (configured != null) {
      return configured;
    }
    EmbeddedDatabase started = started();
    return new DatabaseSettings(started.jdbcUrl(), started.user(), started.password());
  }

  /// Stops the embedded one.
  @Override
  public void close() throws IOException {
    if (embedded != null) {
      started().close();
    }
  }

  private EmbeddedDatabase started() throws IOException {
    if (embedded == null) {
      throw new IllegalStateException("no embedded database was started");
    }
    return embedded.result();
  }
}
