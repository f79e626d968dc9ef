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
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotSpending;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiSpendingLedgerTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final SlotAddress SLOT = address(1);
  private static final Instant MIDNIGHT = NOON.minusSeconds(12 * 3600);
  private static final Instant LONG_AGO = NOON.minusSeconds(90 * 3600);

  private final JdbiJobRepository jobs = new JdbiJobRepository(DATABASE.jdbi());
  private final JdbiSpendingLedger ledger = new JdbiSpendingLedger(DATABASE.jdbi());

  @BeforeEach
  void storeAccounts() {
    StoredFixtures.storeAccount(DATABASE.jdbi(), SERG);
  }

  @Test
  void nothingIsSpentInTheBeginning() {
    assertThat(ledger.of(SLOT, MIDNIGHT, LONG_AGO, NOON)).isEqualTo(SlotSpending.NONE);
    assertThat(ledger.spentSince(LONG_AGO)).isEqualTo(Cost.ZERO);
  }

  @Test
  void sumsTodayAndSinceTheReset() {
    delivered(SLOT, LONG_AGO.minusSeconds(1), 1);
    delivered(SLOT, LONG_AGO, 10);
    delivered(SLOT, MIDNIGHT.minusSeconds(1), 100);
    delivered(SLOT, MIDNIGHT, 1_000);
    failed(SLOT, NOON, 10_000);
    delivered(address(2), NOON, 100_000);

    assertThat(ledger.of(SLOT, MIDNIGHT, LONG_AGO, NOON))
        .isEqualTo(new SlotSpending(new Cost(11_000), new Cost(11_110), Cost.ZERO));
    assertThat(ledger.of(SLOT, MIDNIGHT, NOON, NOON))
        .as("reset after midnight")
        .isEqualTo(new SlotSpending(new Cost(11_000), new Cost(10_000), Cost.ZERO));
    assertThat(ledger.spentSince(MIDNIGHT)).isEqualTo(new Cost(111_000));
  }

  @Test
  void expectsOfCallsUnderWayWhatTheLastDeliveredOneCost() {
    begun(SLOT, NOON.minusSeconds(3));
    assertThat(ledger.of(SLOT, MIDNIGHT, LONG_AGO, NOON).underWay())
        .as("nothing is known of the price yet")
        .isEqualTo(Cost.ZERO);

    delivered(SLOT, NOON.minusSeconds(60), 5);
    delivered(SLOT, NOON.minusSeconds(50), 7);
    failed(SLOT, NOON.minusSeconds(40), 9);
    begun(SLOT, NOON.minusSeconds(2));
    begun(address(2), NOON.minusSeconds(2));

    assertThat(ledger.of(SLOT, MIDNIGHT, LONG_AGO, NOON).underWay()).isEqualTo(new Cost(14));
    assertThat(ledger.of(SLOT, MIDNIGHT, LONG_AGO, NOON.minusSeconds(2)).underWay())
        .as("the later one gives way")
        .isEqualTo(new Cost(7));
  }

  private RunningJob begun(SlotAddress slot, Instant at) {
    QueuedJob queued = QueuedJob.accepted(StoredFixtures.order(slot, at));
    jobs.insert(queued);
    RunningJob job = queued.start(at);
    jobs.start(job);
    return job;
  }

  private void delivered(SlotAddress slot, Instant at, long microDollars) {
    RunningJob job = begun(slot, at);
    var cost = new Cost(microDollars);
    jobs.release(job.retry(cost, at), new AttemptEnd.Delivered(cost, 0), CallTimes.NONE, at);
  }

  private void failed(SlotAddress slot, Instant at, long microDollars) {
    RunningJob job = begun(slot, at);
    var cost = new Cost(microDollars);
    var failure = new JobFailure(FailureKind.NO_IMAGE, "NO_IMAGE", "none", cost);
    jobs.release(job.retry(cost, at), new AttemptEnd.Failed(failure), CallTimes.NONE, at);
  }
}
