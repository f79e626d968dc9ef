package dev.photobridge.fault.installation;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/// A durable PostgreSQL server that may be crashed and started again: the same data at the same
/// port. The nodes have a role of their own, which owns their database and is no superuser.
public final class PostgresServer implements AutoCloseable {
  /// The nodes' role, and the name of their database.
  static final String ROLE = "photobridge";

  private final Path folder;
  private final int port;
  private EmbeddedPostgres running;

  /// Starts it with no data.
  PostgresServer(Path folder) throws IOException, SQLException {
    this.folder = Files.createDirectories(folder);
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    running = started();
    try (Connection connection = asSuperuser()) {
      execute(connection, "CREATE ROLE photobridge LOGIN");
      execute(connection, "CREATE DATABASE photobridge OWNER photobridge");
    }
  }

  /// Its address for the nodes.
  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/photobridge";
  }

  /// A connection to the nodes' database that no limit of theirs keeps out.
  public Connection asSuperuser() throws SQLException {
    String database = url().replaceFirst("photobridge$", "postgres");
    return DriverManager.getConnection(database, "postgres", "");
  }

  /// A connection to the nodes' database as its superuser.
  public Connection toNodesDatabase() throws SQLException {
    return DriverManager.getConnection(url(), "postgres", "");
  }

  /// Crashes it (an immediate shutdown: connections cut, nothing written down) and starts it again,
  /// which replays its log.
  ///
  /// @param away how long it is gone
  public void crash(Duration away) throws IOException, InterruptedException {
    long pid =
        Long.parseLong(
            Files.readAllLines(folder.resolve("data").resolve("postmaster.pid")).getFirst());
    Signals.send("QUIT", pid);
    ProcessHandle.of(pid).ifPresent(server -> server.onExit().join());
    running.close();
    Conditions.pause(away);
    running = started();
  }

  @Override
  public void close() throws IOException {
    running.close();
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private EmbeddedPostgres started() throws IOException {
    Path log = folder.resolve("postgresql.log");
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
        .setDataDirectory(folder.resolve("data"))
        .setCleanDataDirectory(false)
        .setPort(port)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "100")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("timezone", "UTC")
        .setOutputRedirector(Redirect.appendTo(log.toFile()))
        .setErrorRedirector(Redirect.appendTo(log.toFile()))
        .setPGStartupWait(Duration.ofMinutes(1))
        .setRegisterShutdownHook(false)
        .start();
  }
}
