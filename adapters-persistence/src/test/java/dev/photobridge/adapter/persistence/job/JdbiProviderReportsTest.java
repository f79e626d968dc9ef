package dev.photobridge.adapter.persistence.job;

import static dev.photobridge.adapter.persistence.StoredFixtures.NOON;
import static dev.photobridge.adapter.persistence.StoredFixtures.SERG;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.persistence.StoredFixtures;
import dev.photobridge.adapter.persistence.TestDatabase;
import dev.photobridge.domain.job.CallTimes;
import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiProviderReportsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final JdbiJobRepository jobs = new JdbiJobRepository(DATABASE.jdbi());
  private final JdbiProviderReports reports = new JdbiProviderReports(DATABASE.jdbi());
  private final QueuedJob job =
      QueuedJob.accepted(
          anOrder()
              .withId(new JobId(UUID.randomUUID()))
              .withSlot(StoredFixtures.address(1))
              .build());

  @BeforeEach
  void storeJob() {
    StoredFixtures.storeAccount(DATABASE.jdbi(), SERG);
    jobs.insert(job);
  }

  @Test
  void theLatestReportOfAJobIsFound() {
    RunningJob running = job.start(NOON);
    jobs.start(running);
    reports.keep(job.id(), "{\"asyncid\":1}");
    jobs.park(running.await(new DeferredCall("1"), NOON), CallTimes.NONE);

    assertThat(reports.find(job.id())).contains("{\"asyncid\":1}");
    reports.keep(job.id(), "later, with a \0");
    assertThat(reports.find(job.id())).contains("later, with a ");
  }

  @Test
  void aReportOfAJobThatNobodyWorksOnIsNotKept() {
    reports.keep(job.id(), "too early");
    reports.keep(new JobId(UUID.randomUUID()), "of nobody");

    assertThat(reports.find(job.id())).isEmpty();
    int rows =
        DATABASE
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("SELECT count(*) FROM provider_report")
                        .mapTo(Integer.class)
                        .one());
    assertThat(rows).isZero();
  }
}
