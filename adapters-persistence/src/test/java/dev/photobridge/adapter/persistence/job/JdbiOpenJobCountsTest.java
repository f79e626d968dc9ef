package dev.photobridge.adapter.persistence.job;

import static dev.photobridge.adapter.persistence.StoredFixtures.NOON;
import static dev.photobridge.adapter.persistence.StoredFixtures.SERG;
import static dev.photobridge.adapter.persistence.StoredFixtures.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.persistence.StoredFixtures;
import dev.photobridge.adapter.persistence.TestDatabase;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.CallTimes;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiOpenJobCountsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final JdbiJobRepository jobs = new JdbiJobRepository(DATABASE.jdbi());
  private final JdbiOpenJobCounts counts = new JdbiOpenJobCounts(DATABASE.jdbi());

  @BeforeEach
  void storeAccounts() {
    StoredFixtures.storeAccount(DATABASE.jdbi(), SERG);
  }

  @Test
  void onlyJobsThatHaveNotEndedCount() {
    assertThat(counts.byState()).isEmpty();
    queued();
    queued();
    jobs.start(queued().start(NOON));
    RunningJob ended = queued().start(NOON);
    jobs.start(ended);
    var failure = JobFailure.of(FailureKind.REFUSED, "REFUSED", "no");
    jobs.release(ended.fail(failure, NOON), new AttemptEnd.Failed(failure), CallTimes.NONE, NOON);

    assertThat(counts.byState()).isEqualTo(Map.of(JobState.QUEUED, 2L, JobState.RUNNING, 1L));
  }

  private QueuedJob queued() {
    QueuedJob job = QueuedJob.accepted(StoredFixtures.order(address(1), NOON));
    jobs.insert(job);
    return job;
  }
}
