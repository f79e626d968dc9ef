package dev.photobridge.app.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A PostgreSQL server of our own on a free port of the loopback address, with its files below one
/// folder that outlives restarts. Durable: what is committed survives a crash of the machine.
/// Connections need the password that lies beside the data.
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(2);
  private static final String ACCESS_RULES =
      """
      # every connection is by loopback and needs the password
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      """;

  private final EmbeddedPostgres postgres;
  private final String password;

  private EmbeddedDatabase(EmbeddedPostgres postgres, String password) {
    this.postgres = postgres;
    this.password = password;
  }

  /// Starts it; the first start in a folder unpacks the program and creates the database cluster,
  /// which takes some seconds. One that a killed server left running on this folder is stopped
  /// first.
  ///
  /// @param folder its own; created where it is missing
  /// @throws IOException when it can't be started, such as on a full disk or because files belong
  ///   to somebody else
  public static EmbeddedDatabase start(Path folder) throws IOException {
    Path programs = Files.createDirectories(folder.resolve("programs"));
    Path data = folder.resolve("data");
    OrphanedDatabase.stop(programs.toRealPath(), data);
    var password = DatabasePassword.in(folder);
    Path log = folder.resolve("postgresql.log");
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(programs.toFile())
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setDataDirectoryCustomizer(made -> writeAccessRules(made.toPath()))
            // initdb sets the first password from this file
            .setLocaleConfig("pwfile", password.file().toString())
            .setLocaleConfig("locale", "C.UTF-8")
            .setLocaleConfig("encoding", "UTF8")
            .setConnectConfig("password", password.text())
            // the library's defaults are for tests, which may lose data
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "60")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("timezone", "UTC")
            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .setPGStartupWait(LONGEST_START)
            // the server stops it itself, after what uses it
            .setRegisterShutdownHook(false)
            .start();
    return new EmbeddedDatabase(postgres, password.text());
  }

  /// Where it listens, as a JDBC URL.
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
  }

  /// The role to connect as.
  public String user() {
    return "postgres";
  }

  /// That role's password.
  public String password() {
    return password;
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }

  private static void writeAccessRules(Path data) {
    try {
      Files.writeString(data.resolve("pg_hba.conf"), ACCESS_RULES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
