package dev.photobridge.adapter.persistence.stats;

import static dev.photobridge.adapter.persistence.StoredFixtures.NOON;
import static dev.photobridge.adapter.persistence.StoredFixtures.SERG;
import static dev.photobridge.adapter.persistence.StoredFixtures.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.persistence.StoredFixtures;
import dev.photobridge.adapter.persistence.TestDatabase;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import dev.photobridge.domain.stats.ProcessingOrigin;
import dev.photobridge.domain.stats.ProcessingStatus;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiProcessingLogTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final JdbiProcessingLog log = new JdbiProcessingLog(DATABASE.jdbi());
  private final JobId job = new JobId(UUID.fromString("0a403f97-312f-4fc5-9f01-7de121c9a9d7"));

  @BeforeEach
  void storeAccount() {
    StoredFixtures.storeAccount(DATABASE.jdbi(), SERG);
  }

  @Test
  void writesARowAPhoto() {
    log.record(entry(job, ProcessingStatus.SUCCESS, null));

    assertThat(rows())
        .containsExactly(
            "serg slot-003 " + job + " 2026-11-22 12:00:00+00 SUCCESS 1234 0.033600 -");
  }

  @Test
  void writesARefusalThatNeverBecameAJob() {
    log.record(entry(null, ProcessingStatus.ERROR, "not an \0image"));

    assertThat(rows())
        .containsExactly("serg slot-003 - 2026-11-22 12:00:00+00 ERROR 1234 0.033600 not an image");
  }

  @Test
  void putsALatePriceToItsJobsRowOnly() {
    log.record(entry(job, ProcessingStatus.TIMEOUT, "no result in time"));
    log.record(entry(new JobId(new UUID(1, 2)), ProcessingStatus.SUCCESS, null));

    log.recordLateCost(job, new Cost(5_000_001));
    log.recordLateCost(new JobId(new UUID(3, 4)), new Cost(9));

    assertThat(rows())
        .satisfiesExactly(
            row -> assertThat(row).endsWith("TIMEOUT 1234 5.000001 no result in time"),
            row -> assertThat(row).endsWith("SUCCESS 1234 0.033600 -"));
  }

  private static ProcessingLogEntry entry(
      @Nullable JobId job, ProcessingStatus status, @Nullable String error) {
    return new ProcessingLogEntry(
        address(3),
        ProcessingOrigin.BOOTH,
        new ProviderId("gemini"),
        job,
        false,
        NOON,
        status,
        Duration.ofMillis(1234),
        new Cost(33_600),
        error);
  }

  private static List<String> rows() {
    return DATABASE
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT concat_ws(' ', account, slot_id, coalesce(job_id::text, '-'),
                                         created_at AT TIME ZONE 'UTC' || '+00', status,
                                         response_time_ms, cost, coalesce(error_message, '-'))
                        FROM processing_log ORDER BY id
                        """)
                    .mapTo(String.class)
                    .list());
  }
}
