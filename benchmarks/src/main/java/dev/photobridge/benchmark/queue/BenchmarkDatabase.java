package dev.photobridge.benchmark.queue;

import dev.photobridge.adapter.persistence.DatabaseSettings;
import dev.photobridge.app.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The product's own PostgreSQL with its own settings, in a folder that is deleted at the end.
final class BenchmarkDatabase implements AutoCloseable {
  private static final int LOOK_EVERY_MILLIS = 5;

  private final Path folder;
  private final EmbeddedDatabase server;
  private final Connection connection;

  private BenchmarkDatabase(Path folder, EmbeddedDatabase server, Connection connection) {
    this.folder = folder;
    this.server = server;
    this.connection = connection;
  }

  static BenchmarkDatabase start() throws IOException, SQLException {
    Path folder = Files.createTempDirectory("queue-benchmark");
    var server = EmbeddedDatabase.start(folder);
    return new BenchmarkDatabase(
        folder,
        server,
        DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password()));
  }

  DatabaseSettings settings() {
    return new DatabaseSettings(server.jdbcUrl(), server.user(), server.password());
  }

  /// What the server says of its durability.
  ///
  /// @throws IllegalStateException where its commits are not durable
  String durability() throws SQLException {
    var said = new StringBuilder("PostgreSQL " + value("SHOW server_version"));
    for (String name : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      String value = value("SHOW " + name);
      if (!value.equals("on")) {
        throw new IllegalStateException(name + " is " + value + ": commits are not durable");
      }
      said.append(", ").append(name).append('=').append(value);
    }
    return said.toString();
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      var _ = statement.execute(sql);
    }
  }

  String value(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /// Returns once this query of a truth value answers yes.
  void await(String query) throws SQLException, InterruptedException {
    while (!value(query).equals("t")) {
      Timing.pause(LOOK_EVERY_MILLIS);
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    connection.close();
    server.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
