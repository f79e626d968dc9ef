package dev.photobridge.adapter.persistence.stats;

import static dev.photobridge.adapter.persistence.StoredFixtures.NOON;
import static dev.photobridge.adapter.persistence.StoredFixtures.SERG;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.persistence.StoredFixtures;
import dev.photobridge.adapter.persistence.TestDatabase;
import dev.photobridge.domain.account.AccountName;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the migration makes of a log that was there before is what the program would have made.
class RollUpMigrationTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Test
  void anOldLogGetsTheSameSums() throws IOException {
    for (AccountName account : List.of(SERG, LogRows.IGOR)) {
      StoredFixtures.storeAccount(DATABASE.jdbi(), account);
    }
    var log = new JdbiProcessingLog(DATABASE.jdbi());
    var rows = new LogRows(new Random(5), NOON.minusSeconds(100_000), Duration.ofDays(3));
    for (int i = 0; i < 300; i++) {
      log.record(rows.next());
    }
    List<String> written = buckets();

    migrateAgain();

    assertThat(buckets()).isEqualTo(written).hasSizeGreaterThan(300);
  }

  @Test
  void rowsWithoutAProviderCountForNone() throws IOException {
    StoredFixtures.storeAccount(DATABASE.jdbi(), SERG);
    DATABASE
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    INSERT INTO processing_log (account, slot_id, created_at, status, response_time_ms, cost)
                    VALUES ('serg', 'slot-001', ?, 'ERROR', 9000000000000, 0.25)
                    """,
                    NOON));

    migrateAgain();

    assertThat(buckets())
        .hasSize(7)
        .contains("serg slot-001 ALL 0  0 1 0 0 9000000000000 0.250000 01bf00000001");
  }

  private static void migrateAgain() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            RollUpMigrationTest.class.getResourceAsStream("/db/migration/V11__statistics.sql"))) {
      String migration = new String(in.readAllBytes(), UTF_8);
      DATABASE
          .jdbi()
          .useTransaction(
              handle -> {
                handle.execute("DROP TABLE statistics_bucket, statistics_reset");
                handle.execute("DROP INDEX processing_log_runs");
                handle.createScript(migration).execute();
              });
    }
  }

  private static List<String> buckets() {
    return DATABASE
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT concat_ws(' ', account, slot_id, span, date_part('epoch', starts_at), provider_id,
                                         success, errors, timeouts, runs, response_millis, cost,
                                         encode(response_times, 'hex')) AS line
                        FROM statistics_bucket ORDER BY line
                        """)
                    .mapTo(String.class)
                    .list());
  }
}
