package dev.photobridge.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseTest {
  @RegisterExtension final EmptyDatabase empty = new EmptyDatabase();

  @Test
  void makesEveryTableInAnEmptyDatabase() {
    try (Database database = opened(empty.settings()).database()) {
      assertThat(tables(database))
          .containsExactlyInAnyOrder(
              "account",
              "slot",
              "slot_version",
              "setting",
              "secret",
              "audit_entry",
              "job",
              "attempt",
              "provider_report",
              "signed_out_session",
              "processing_log",
              "statistics_bucket",
              "statistics_reset",
              "media_object",
              "flyway_schema_history");
    }
  }

  @Test
  void keepsEveryTimeWithItsZone() {
    try (Database database = opened(empty.settings()).database()) {
      List<String> others =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      handle
                          .createQuery(
                              """
                              SELECT table_name || '.' || column_name
                              FROM information_schema.columns
                              WHERE table_schema = 'public'
                                AND table_name <> 'flyway_schema_history'
                                AND data_type LIKE 'timestamp%'
                                AND data_type <> 'timestamp with time zone'
                              """)
                          .mapTo(String.class)
                          .list());
      assertThat(others).isEmpty();
    }
  }

  @Test
  void findsNothingToDoAtTheNextStart() {
    DatabaseOpening.Opened first = opened(empty.settings());
    first.database().close();

    DatabaseOpening.Opened second = opened(empty.settings());
    second.database().close();

    assertThat(first.migrationsApplied()).isPositive();
    assertThat(second.migrationsApplied()).isZero();
  }

  @Test
  void refusesTheTablesOfANewerVersion() {
    try (Database database = opened(empty.settings()).database()) {
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      """
                      INSERT INTO flyway_schema_history (installed_rank, version, description,
                        type, script, checksum, installed_by, execution_time, success)
                      VALUES (1000, '1000', 'from the future', 'SQL', 'V1000__x.sql', 1, 'me', 1,
                        true)
                      """));
    }
    assertThat(problem(empty.settings()))
        .startsWith("the tables of the database at jdbc:postgresql://localhost")
        .contains("newer version");
  }

  @Test
  void saysThatNobodyAnswersAtTheAddress() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThat(problem(settings("jdbc:postgresql://127.0.0.1:" + port + "/photobridge")))
        .startsWith("the database at jdbc:postgresql://127.0.0.1:" + port + "/photobridge")
        .contains("can't be reached");
  }

  @Test
  void givesUpOnAServerThatAcceptsButNeverSpeaks() throws IOException {
    try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      assertThat(problem(settings("jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/x")))
          .startsWith("the database at");
    }
  }

  @Test
  void saysThatTheDatabaseDoesNotExist() {
    String url = empty.settings().url() + "_not_there";
    assertThat(problem(new DatabaseSettings(url, "postgres", "")))
        .isEqualTo("the database at " + url + " does not exist on that server; create it first");
  }

  @Test
  void saysWhatAnAddressLooksLike() {
    assertThat(problem(settings("postgres://localhost/photobridge")))
        .startsWith("DATABASE_URL must look like jdbc:postgresql://");
  }

  @Test
  void neverShowsAPassword() {
    var settings =
        new DatabaseSettings("jdbc:mysql://localhost/x?password=in-url", "me", "in-field");
    assertThat(settings.toString() + problem(settings))
        .doesNotContain("in-url")
        .doesNotContain("in-field");
  }

  private static DatabaseSettings settings(String url) {
    return new DatabaseSettings(url, "postgres", "");
  }

  private static DatabaseOpening.Opened opened(DatabaseSettings settings) {
    return (DatabaseOpening.Opened) Database.open(settings);
  }

  private static String problem(DatabaseSettings settings) {
    return ((DatabaseOpening.Failed) Database.open(settings)).problem();
  }

  private static List<String> tables(Database database) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT table_name FROM information_schema.tables
                        WHERE table_schema = 'public'
                        """)
                    .mapTo(String.class)
                    .list());
  }

  static final class EmptyDatabase implements BeforeEachCallback {
    private @Nullable DatabaseSettings settings;

    @Override
    public void beforeEach(ExtensionContext context) {
      settings = TestDatabase.empty(context);
    }

    DatabaseSettings settings() {
      return Objects.requireNonNull(settings);
    }
  }
}
