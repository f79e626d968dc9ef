package dev.photobridge.app.server;

import dev.photobridge.adapter.persistence.Database;
import dev.photobridge.adapter.persistence.DatabaseOpening;
import dev.photobridge.adapter.persistence.DatabaseSettings;
import dev.photobridge.app.config.Configuration;
import dev.photobridge.app.database.EmbeddedDatabase;
import java.io.IOException;
import java.util.Optional;

/// The database that is configured, or else the embedded one. It starts and is connected to, and
/// its tables are brought up to date, while the caller goes on.
final class DatabaseStart implements AutoCloseable {
  private final Meanwhile<Ready> step;

  private DatabaseStart(Meanwhile<Ready> step) {
    this.step = step;
  }

  /// @param embedded empty where it is somebody else's
  private record Ready(
      Optional<EmbeddedDatabase> embedded, DatabaseSettings settings, DatabaseOpening opening) {}

  /// Begins it.
  static DatabaseStart begin(
      Configuration configuration, DataDirectory data, StartProgress progress) {
    Optional<DatabaseSettings> configured =
        configuration
            .database()
            .map(
                given ->
                    new DatabaseSettings(
                        given.url(), given.user().orElse(""), given.password().orElse("")));
    if (configured.isEmpty()) {
      progress.step("Starting the embedded database (the first time takes about ten seconds) …");
    }
    return new DatabaseStart(
        Meanwhile.begin(
            "database-start",
            () ->
                configured.isPresent()
                    ? new Ready(Optional.empty(), configured.get(), Database.open(configured.get()))
                    : embedded(data)));
  }

  private static Ready embedded(DataDirectory data) throws IOException {
    EmbeddedDatabase server = EmbeddedDatabase.start(data.databaseFolder());
    var settings = new DatabaseSettings(server.jdbcUrl(), server.user(), server.password());
    boolean opened = false;
    try {
      var ready = new Ready(Optional.of(server), settings, Database.open(settings));
      opened = true;
      return ready;
    } finally {
      if (!opened) {
        server.close();
      }
    }
  }

  /// How it is connected to, once it is.
  ///
  /// @throws IOException when the embedded one can't be started
  DatabaseSettings settings() throws IOException {
    return step.result().settings();
  }

  /// Its connections, once there are some.
  ///
  /// @throws IOException when the embedded one can't be started
  /// @throws StartFailedException when it can't be used, with what to do
  Database database() throws IOException, StartFailedException {
    return switch (step.result().opening()) {
      case DatabaseOpening.Opened opened -> opened.database();
      case DatabaseOpening.Failed failed -> throw new StartFailedException(failed.problem());
    };
  }

  /// Gives the connections back and stops the embedded one. Where the start failed there is nothing
  /// to do.
  @Override
  public void close() throws IOException {
    Optional<Ready> started = step.success();
    if (started.isPresent()) {
      if (started.get().opening() instanceof DatabaseOpening.Opened opened) {
        opened.database().close();
      }
      if (started.get().embedded().isPresent()) {
        started.get().embedded().get().close();
      }
    }
  }
}
