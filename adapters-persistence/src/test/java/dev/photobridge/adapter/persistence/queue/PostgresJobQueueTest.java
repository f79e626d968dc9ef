package dev.photobridge.adapter.persistence.queue;

import static dev.photobridge.adapter.persistence.StoredFixtures.SERG;
import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.adapter.persistence.StoredFixtures;
import dev.photobridge.adapter.persistence.TestDatabase;
import dev.photobridge.adapter.persistence.job.JdbiJobRepository;
import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.ServedQueueContract;
import dev.photobridge.application.port.out.SubmitOutcome;
import dev.photobridge.application.testing.OfferedPlaces;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.Attempt;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.CallTimes;
import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderCatalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresJobQueueTest extends ServedQueueContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final JobRepository jobs = new JdbiJobRepository(DATABASE.jdbi());
  private final RecordedSignals signals = new RecordedSignals();

  @BeforeEach
  void storeAccount() {
    StoredFixtures.storeAccount(DATABASE.jdbi(), SERG);
  }

  @Override
  protected JobQueue queue(int capacity, ProviderCatalogue catalogue) {
    return new PostgresJobQueue(DATABASE.jdbi(), catalogue, capacity, signals);
  }

  @Override
  protected JobRepository jobs() {
    return jobs;
  }

  private JobQueue queueWithLease(Duration lease) {
    return new PostgresJobQueue(DATABASE.jdbi(), aCatalogue(), 10, lease, Duration.ZERO, signals);
  }

  @Test
  void whatOneNodeQueuesAnotherTakes() {
    JobQueue here = queue(10);
    JobQueue there = queue(10);
    QueuedJob job = job(GEMINI, 0);
    assertThat(here.submit(job)).isEqualTo(new SubmitOutcome.Queued());

    JobClaim claim = there.claim(Map.of(GEMINI, 1), NOW).getFirst();

    assertThat(claim.job()).isEqualTo(job.start(NOW));
    assertThat(here.claim(Map.of(GEMINI, 1), NOW)).isEmpty();
  }

  @Test
  void aSilentWorkersJobIsTakenOverAndWhatItStillBringsIsDropped() {
    JobQueue silent = queueWithLease(Duration.ZERO);
    JobQueue other = queueWithLease(Duration.ofMinutes(1));
    QueuedJob job = job(GEMINI, 0);
    assertThat(silent.submit(job)).isEqualTo(new SubmitOutcome.Queued());
    JobClaim first = silent.claim(Map.of(GEMINI, 1), NOW).getFirst();

    JobClaim second = other.claim(Map.of(GEMINI, 1), NOW.plusSeconds(20)).getFirst();

    assertThat(second.job()).isEqualTo(first.job().takeOver(NOW.plusSeconds(20)));
    assertThat(second.job().progress().lostAttempts()).isEqualTo(1);
    assertThat(jobs.attempts(job.id()))
        .extracting(Attempt::end)
        .containsExactly(new AttemptEnd.Unknown(), null);
    assertThat(silent.renew(List.of(first))).containsExactly(first);
    assertThat(released(silent, first)).isFalse();
    assertThat(other.renew(List.of(second))).isEmpty();
    assertThat(released(other, second)).isTrue();
  }

  @Test
  void aRenewedLeaseIsNotTakenOver() {
    JobQueue quick = queueWithLease(Duration.ZERO);
    JobQueue patient = queueWithLease(Duration.ofMinutes(1));
    assertThat(quick.submit(job(GEMINI, 0))).isEqualTo(new SubmitOutcome.Queued());
    JobClaim claim = quick.claim(Map.of(GEMINI, 1), NOW).getFirst();

    assertThat(patient.renew(List.of(claim))).isEmpty();

    assertThat(patient.claim(Map.of(GEMINI, 1), NOW)).isEmpty();
  }

  /// A release that waited for it in turn would make a circle of the two.
  @Test
  @Timeout(60)
  void aRenewalWaitsForNoReleaseUnderWay() {
    JobQueue queue = queue(10);
    assertThat(queue.submit(job(GEMINI, 0))).isEqualTo(new SubmitOutcome.Queued());
    assertThat(queue.submit(job(GEMINI, 0))).isEqualTo(new SubmitOutcome.Queued());
    List<JobClaim> claims = queue.claim(Map.of(GEMINI, 2), NOW);
    claims.forEach(claim -> claim.call().asked(NOW.plusSeconds(1)));

    try (Handle release = DATABASE.jdbi().open()) {
      release.begin();
      release.execute(
          "SELECT FROM job WHERE id = ? FOR UPDATE", claims.getFirst().job().id().value());
      assertThat(queue.renew(claims)).isEmpty();
      release.rollback();
    }

    assertThat(claims)
        .extracting(claim -> jobs.attempts(claim.job().id()).getFirst().call())
        .containsExactly(CallTimes.NONE, new CallTimes(NOW.plusSeconds(1), null));
  }

  @Test
  void aJobThatCanNotBeClaimedAtOnceIsAcceptedAllTheSame() {
    JobQueue queue = queue(10);
    var places = new OfferedPlaces(Map.of(GEMINI, 5), NOW);
    queue.serve(places);
    // a slot's limit is known to the claim alone, which begins attempts
    QueuedJob job = limited(1, 0);
    DATABASE.jdbi().useHandle(PostgresJobQueueTest::refuseAttempts);
    try {
      assertThat(queue.submit(job)).isEqualTo(new SubmitOutcome.Queued());
    } finally {
      DATABASE.jdbi().useHandle(handle -> handle.execute("DROP TRIGGER refused ON attempt"));
    }

    assertThat(places.started()).isEmpty();
    assertThat(queue.claim(Map.of(GEMINI, 5), NOW))
        .extracting(claim -> claim.job().id())
        .containsExactly(job.id());
  }

  @Test
  void aJobThatEndedHasEndedThoughTheNextCanNotBeClaimed() {
    JobQueue other = queue(10);
    assertThat(other.submit(job(GEMINI, 0))).isEqualTo(new SubmitOutcome.Queued());
    JobQueue queue = queue(10);
    JobClaim claim = queue.claim(Map.of(GEMINI, 1), NOW).getFirst();
    assertThat(other.submit(job(GEMINI, 0))).isEqualTo(new SubmitOutcome.Queued());

    endsWhereNothingCanBeClaimed(queue, claim, 1);
  }

  @Test
  void aJobWhoseEndFailedWithTheNextClaimEndsAtTheNextTry() {
    JobQueue queue = queue(10);
    assertThat(queue.submit(job(GEMINI, 0))).isEqualTo(new SubmitOutcome.Queued());
    JobClaim claim = queue.claim(Map.of(GEMINI, 1), NOW).getFirst();
    assertThat(queue.submit(job(GEMINI, 0))).isEqualTo(new SubmitOutcome.Queued());

    endsWhereNothingCanBeClaimed(queue, claim, 2);
  }

  private void endsWhereNothingCanBeClaimed(JobQueue queue, JobClaim claim, int tries) {
    var places = new OfferedPlaces(Map.of(GEMINI, 1), NOW);
    queue.serve(places);
    DATABASE.jdbi().useHandle(PostgresJobQueueTest::refuseAttempts);
    try {
      for (int i = 1; i < tries; i++) {
        assertThatThrownBy(() -> released(queue, claim)).hasMessageContaining("no attempts today");
      }
      assertThat(released(queue, claim)).isTrue();
    } finally {
      DATABASE.jdbi().useHandle(handle -> handle.execute("DROP TRIGGER refused ON attempt"));
    }

    assertThat(jobs.find(claim.job().id())).get().isInstanceOf(FinishedJob.class);
    assertThat(places.started()).isEmpty();
    assertThat(queue.claim(Map.of(GEMINI, 1), NOW)).hasSize(1);
  }

  private static void refuseAttempts(Handle handle) {
    handle.execute(
        """
        CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN RAISE 'no attempts today'; END $$
        """);
    handle.execute(
        "CREATE TRIGGER refused BEFORE INSERT ON attempt FOR EACH ROW EXECUTE FUNCTION refuse()");
  }

  @Test
  void aCallThatLastsIsRecordedWithTheLease() {
    JobQueue queue = queue(10);
    assertThat(queue.submit(job(GEMINI, 0))).isEqualTo(new SubmitOutcome.Queued());
    JobClaim claim = queue.claim(Map.of(GEMINI, 1), NOW).getFirst();
    claim.call().asked(NOW.plusSeconds(1));

    assertThat(queue.renew(List.of(claim))).isEmpty();

    assertThat(jobs.attempts(claim.job().id()))
        .extracting(Attempt::call)
        .containsExactly(new CallTimes(NOW.plusSeconds(1), null));
  }

  @Test
  void nobodyIsRobbedOfAJobBecauseTheDatabaseWasAwayForALease() {
    JobQueue silent = queueWithLease(Duration.ZERO);
    assertThat(silent.submit(job(GEMINI, 0))).isEqualTo(new SubmitOutcome.Queued());
    JobClaim claim = silent.claim(Map.of(GEMINI, 1), NOW).getFirst();
    var afterARestart =
        new PostgresJobQueue(
            DATABASE.jdbi(), aCatalogue(), 10, Duration.ZERO, Duration.ofDays(1), signals);

    assertThat(afterARestart.claim(Map.of(GEMINI, 1), NOW)).isEmpty();

    assertThat(silent.renew(List.of(claim))).isEmpty();
    assertThat(released(silent, claim)).isTrue();
  }

  @Test
  void aCallThatTheProviderAcceptedIsAskedAboutAgainWithoutANewAttempt() {
    JobQueue silent = queueWithLease(Duration.ZERO);
    assertThat(silent.submit(job(GEMINI, 0))).isEqualTo(new SubmitOutcome.Queued());
    JobClaim first = silent.claim(Map.of(GEMINI, 1), NOW).getFirst();
    assertThat(silent.park(first, first.job().await(new DeferredCall("117"), NOW))).isTrue();
    JobClaim asking = silent.claim(Map.of(), NOW).getFirst();

    JobClaim taken = silent.claim(Map.of(GEMINI, 1), NOW.plusSeconds(20)).getFirst();

    assertThat(taken.job()).isEqualTo(asking.job());
    assertThat(released(silent, asking)).isFalse();
    assertThat(jobs.attempts(first.job().id())).hasSize(1);
  }

  @Test
  void anOrphanKeepsItsTurnButNoPlace() {
    JobQueue silent = queueWithLease(Duration.ZERO);
    for (int i = 0; i < 3; i++) {
      assertThat(silent.submit(job(GEMINI, i))).isEqualTo(new SubmitOutcome.Queued());
    }
    List<JobClaim> lost = silent.claim(Map.of(GEMINI, 2), NOW.plusSeconds(5));
    assertThat(lost).hasSize(2);

    List<JobClaim> taken =
        queueWithLease(Duration.ofMinutes(1)).claim(Map.of(GEMINI, 2), NOW.plusSeconds(30));

    assertThat(taken)
        .extracting(claim -> claim.job().id())
        .containsExactlyElementsOf(lost.stream().map(claim -> claim.job().id()).toList());
  }

  @Test
  void othersAreToldOfWhatWasCommitted() {
    JobQueue queue = queue(10);
    QueuedJob job = job(GEMINI, 0);
    assertThat(queue.submit(job)).isEqualTo(new SubmitOutcome.Queued());
    assertThat(signals.queued).isEqualTo(1);
    JobClaim claim = queue.claim(Map.of(GEMINI, 1), NOW).getFirst();
    assertThat(signals.ended).isEmpty();

    assertThat(released(queue, claim)).isTrue();

    assertThat(signals.ended).containsExactly(job.id());
  }

  private static boolean released(JobQueue queue, JobClaim claim) {
    FinishedJob done = claim.job().succeed(new MediaId(UUID.randomUUID()), Cost.ZERO, NOW);
    return queue.release(claim, done, new AttemptEnd.Delivered(Cost.ZERO, 0), NOW);
  }

  private static final class RecordedSignals implements JobSignals {
    private final List<JobId> ended = new ArrayList<>();
    private int queued;

    @Override
    public synchronized void queued() {
      queued++;
    }

    @Override
    public synchronized void ended(Collection<JobId> jobs) {
      ended.addAll(jobs);
    }

    @Override
    public void deleted(AccountName account, JobId job) {
      throw new UnsupportedOperationException("a queue deletes nothing");
    }
  }
}
