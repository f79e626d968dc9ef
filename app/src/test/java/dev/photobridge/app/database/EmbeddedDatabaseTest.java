package dev.photobridge.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  @TempDir private Path folder;

  @Test
  void rowsSurviveARestartAndNobodyGetsInWithoutThePassword() throws IOException, SQLException {
    try (var database = EmbeddedDatabase.start(folder)) {
      try (Connection connection = connect(database);
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE kept AS SELECT 'да' AS word");
        assertThat(setting(statement, "fsync")).isEqualTo("on");
        assertThat(setting(statement, "synchronous_commit")).isEqualTo("on");
        assertThat(setting(statement, "listen_addresses")).isEqualTo("127.0.0.1");
      }
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.jdbcUrl(), "postgres", "wrong").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("password"))))
        .isEqualTo("rw-------");

    try (var again = EmbeddedDatabase.start(folder);
        Connection connection = connect(again);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT word FROM kept")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("да");
    }
  }

  @Test
  void whatAKilledServerLeftRunningIsStoppedWithoutLoss() throws IOException, SQLException {
    try (var left = EmbeddedDatabase.start(folder)) {
      try (Connection connection = connect(left);
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE kept AS SELECT 'да' AS word");
      }
      ProcessHandle orphan = processOn(folder);

      OrphanedDatabase.stop(folder.resolve("programs"), folder.resolve("data"));

      // ended, but as a child of this test it stays known until somebody asks how
      await().untilAsserted(() -> assertThat(orphan.isAlive()).isFalse());
    }
    try (var next = EmbeddedDatabase.start(folder);
        Connection connection = connect(next);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT word FROM kept")) {
      assertThat(rows.next()).isTrue();
    }
  }

  @Test
  void aProcessThatIsNotOurDatabaseIsLeftAlone() throws IOException {
    try (var database = EmbeddedDatabase.start(folder)) {
      assertThat(database.user()).isEqualTo("postgres");
    }
    long self = ProcessHandle.current().pid();
    Files.writeString(folder.resolve("data/postmaster.pid"), self + "\n");

    OrphanedDatabase.stop(folder.resolve("programs"), folder.resolve("data"));

    assertThat(ProcessHandle.current().isAlive()).isTrue();
  }

  private static ProcessHandle processOn(Path folder) throws IOException {
    String pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst().strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  private static String setting(Statement statement, String name) throws SQLException {
    try (ResultSet row = statement.executeQuery("SHOW " + name)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }
}
