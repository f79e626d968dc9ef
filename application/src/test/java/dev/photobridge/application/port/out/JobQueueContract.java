package dev.photobridge.application.port.out;

import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.CatalogueFixtures.aProvider;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.Attempt;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.CallTimes;
import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.job.DuplicateKey;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.job.QueueLoad;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.job.WaitingJob;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.provider.ProviderLimits;
import dev.photobridge.domain.provider.ProviderUsage;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.testing.CatalogueFixtures;
import dev.photobridge.domain.testing.JobFixtures.OrderFixture;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every job queue must do. Each adapter's test extends it.
public abstract class JobQueueContract {
  /// A moment for tests; has no more than microseconds, as databases do.
  protected static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final ProviderId GEMINI = CatalogueFixtures.GEMINI;
  private static final ProviderId LOCAL = CatalogueFixtures.LOCAL;
  private static final AccountName SERG = new AccountName("serg");
  private static final SlotAddress SLOT = new SlotAddress(SERG, SlotId.number(1));
  private static final Cost COST = new Cost(33_600);
  private static final DeferredCall CALL = new DeferredCall("117");
  private static final AttemptEnd DELIVERED = new AttemptEnd.Delivered(COST, 1420);
  private static final AttemptEnd.Failed FAILED =
      new AttemptEnd.Failed(JobFailure.of(FailureKind.UNAVAILABLE, "UNAVAILABLE", "overloaded"));
  private static final ProviderCatalogue CATALOGUE =
      aCatalogue(aProvider().withPlaces(1000), aProvider().withId(LOCAL).withPlaces(1000));

  private static final ProviderCatalogue LIMITED =
      aCatalogue(
          aProvider()
              .withPlaces(10)
              .withLimits(new ProviderLimits(100, 1000, 1_000_000, ZoneOffset.UTC)),
          aProvider().withId(LOCAL));

  /// A new, empty queue with room for so many waiting jobs.
  protected abstract JobQueue queue(int capacity, ProviderCatalogue catalogue);

  /// A new, empty queue whose providers have as many places as anyone asks for, and no other limit.
  protected JobQueue queue(int capacity) {
    return queue(capacity, CATALOGUE);
  }

  /// The record that the queue made last keeps.
  protected abstract JobRepository jobs();

  @Test
  void aSubmittedJobIsRecordedAndCanBeClaimedOnce() {
    JobQueue queue = queue(10);
    QueuedJob job = job(GEMINI, 0);

    assertThat(queue.submit(job)).isEqualTo(new SubmitOutcome.Queued());
    assertThat(jobs().find(job.id())).contains(job);

    List<JobClaim> claims = queue.claim(Map.of(GEMINI, 5), NOW);
    assertThat(running(claims)).containsExactly(job.start(NOW));
    assertThat(jobs().find(job.id())).contains(job.start(NOW));
    assertThat(queue.claim(Map.of(GEMINI, 5), NOW)).isEmpty();
  }

  @Test
  void theOldestGoFirstWhateverTheOrderOfSubmission() {
    JobQueue queue = queue(10);
    QueuedJob younger = submitted(queue, job(GEMINI, 2));
    QueuedJob oldest = submitted(queue, job(GEMINI, 0));
    QueuedJob middle = submitted(queue, job(GEMINI, 1));

    Instant later = NOW.plusSeconds(10);
    assertThat(running(queue.claim(Map.of(GEMINI, 2), later)))
        .containsExactly(oldest.start(later), middle.start(later));
    assertThat(running(queue.claim(Map.of(GEMINI, 2), later)))
        .containsExactly(younger.start(later));
  }

  @Test
  void eachProviderGetsNoMoreThanItsFreePlaces() {
    JobQueue queue = queue(10);
    submitted(queue, job(GEMINI, 0));
    submitted(queue, job(GEMINI, 1));
    QueuedJob local = submitted(queue, job(LOCAL, 2));

    Instant later = NOW.plusSeconds(10);
    assertThat(queue.claim(Map.of(), later)).isEmpty();
    assertThat(running(queue.claim(Map.of(LOCAL, 3), later))).containsExactly(local.start(later));
    assertThat(queue.claim(Map.of(GEMINI, 1, LOCAL, 1), later)).hasSize(1);
  }

  @Test
  void aFullQueueRefusesAndHasRoomAgainOnceAJobIsClaimed() {
    JobQueue queue = queue(2);
    submitted(queue, job(GEMINI, 0));
    assertThat(isFull(queue)).isFalse();
    submitted(queue, job(GEMINI, 1));
    assertThat(isFull(queue)).isTrue();

    QueuedJob refused = job(GEMINI, 2);
    assertThat(queue.submit(refused)).isEqualTo(new SubmitOutcome.Full(2));
    assertThat(jobs().find(refused.id())).isEmpty();

    assertThat(queue.claim(Map.of(GEMINI, 1), NOW)).hasSize(1);
    assertThat(isFull(queue)).isFalse();
    assertThat(queue.submit(refused)).isEqualTo(new SubmitOutcome.Queued());
  }

  @Test
  void aFinishedJobIsRecordedAndItsClaimIsUsedUp() {
    JobQueue queue = queue(10);
    submitted(queue, job(GEMINI, 0));
    JobClaim claim = queue.claim(Map.of(GEMINI, 1), NOW).getFirst();
    FinishedJob finished =
        claim.job().succeed(new MediaId(UUID.randomUUID()), new Cost(33_600), NOW.plusSeconds(6));

    assertThat(queue.release(claim, finished, DELIVERED, NOW.plusSeconds(6))).isTrue();

    assertThat(jobs().find(finished.id())).contains(finished);
    FinishedJob again = claim.job().fail(failure(), NOW.plusSeconds(7));
    assertThat(queue.release(claim, again, FAILED, NOW)).isFalse();
    assertThat(queue.release(claim, claim.job().retry(Cost.ZERO, NOW), FAILED, NOW)).isFalse();
    assertThat(queue.park(claim, claim.job().await(CALL, NOW))).isFalse();
    assertThat(jobs().find(finished.id())).contains(finished);
    assertThat(queue.claim(Map.of(GEMINI, 1), NOW.plusSeconds(60))).isEmpty();
  }

  @Test
  void aJobGivenBackWaitsForItsTimeAndKeepsItsAttempts() {
    JobQueue queue = queue(10);
    submitted(queue, job(GEMINI, 0));
    JobClaim claim = queue.claim(Map.of(GEMINI, 1), NOW).getFirst();
    QueuedJob retry = claim.job().retry(new Cost(7), NOW.plusSeconds(3));

    assertThat(queue.release(claim, retry, FAILED, NOW)).isTrue();

    assertThat(jobs().find(retry.id())).contains(retry);
    assertThat(queue.claim(Map.of(GEMINI, 1), NOW.plusSeconds(2))).isEmpty();
    List<JobClaim> second = queue.claim(Map.of(GEMINI, 1), NOW.plusSeconds(3));
    assertThat(running(second)).containsExactly(retry.start(NOW.plusSeconds(3)));
    assertThat(second.getFirst().job().attempts()).isEqualTo(2);
    assertThat(queue.release(claim, claim.job().fail(failure(), NOW), FAILED, NOW))
        .as("the first claim is over")
        .isFalse();
  }

  @Test
  void aJobGivenBackNeedsNoRoom() {
    JobQueue queue = queue(1);
    submitted(queue, job(GEMINI, 0));
    JobClaim claim = queue.claim(Map.of(GEMINI, 1), NOW).getFirst();
    submitted(queue, job(GEMINI, 1));

    assertThat(queue.release(claim, claim.job().retry(Cost.ZERO, NOW), FAILED, NOW)).isTrue();

    assertThat(isFull(queue)).isTrue();
    assertThat(queue.claim(Map.of(GEMINI, 5), NOW.plusSeconds(5))).hasSize(2);
  }

  @Test
  void aClosedQueueAcceptsNothingButLetsJobsBeClaimedAndEnded() {
    JobQueue queue = queue(10);
    submitted(queue, job(GEMINI, 0));
    queue.close();

    assertThat(queue.submit(job(GEMINI, 1))).isEqualTo(new SubmitOutcome.Closed());
    JobClaim claim = queue.claim(Map.of(GEMINI, 1), NOW).getFirst();
    assertThat(queue.release(claim, claim.job().fail(failure(), NOW), FAILED, NOW)).isTrue();
    assertThat(jobs().find(claim.job().id()))
        .get()
        .extracting(job -> job.state())
        .isEqualTo(JobState.FAILED);
  }

  @Test
  void manyWorkersNeverGetTheSameJob() throws InterruptedException, ExecutionException {
    int count = 200;
    JobQueue queue = queue(count);
    for (int i = 0; i < count; i++) {
      submitted(queue, job(GEMINI, 0));
    }
    var claimed = new ConcurrentLinkedQueue<JobId>();
    Callable<Void> worker =
        () -> {
          List<JobClaim> claims;
          do {
            claims = queue.claim(Map.of(GEMINI, 3), NOW);
            for (JobClaim claim : claims) {
              claimed.add(claim.job().id());
              assertThat(queue.release(claim, claim.job().fail(failure(), NOW), FAILED, NOW))
                  .isTrue();
            }
          } while (!claims.isEmpty());
          return null;
        };
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var ended : workers.invokeAll(List.of(worker, worker, worker, worker))) {
        ended.get();
      }
    }

    assertThat(claimed).hasSize(count).doesNotHaveDuplicates();
  }

  @Test
  void manySubmittersNeverOverfillIt() throws InterruptedException, ExecutionException {
    JobQueue queue = queue(10);
    var attempts = new ArrayList<Callable<SubmitOutcome>>();
    for (int i = 0; i < 40; i++) {
      attempts.add(() -> queue.submit(job(GEMINI, 0)));
    }
    var outcomes = new ArrayList<SubmitOutcome>();
    try (var submitters = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var outcome : submitters.invokeAll(attempts)) {
        outcomes.add(outcome.get());
      }
    }

    assertThat(outcomes).filteredOn(SubmitOutcome.Queued.class::isInstance).hasSize(10);
    assertThat(outcomes).filteredOn(SubmitOutcome.Full.class::isInstance).hasSize(30);
  }

  @Test
  void whatIsBeforeAJobIsCounted() {
    JobQueue queue = queue(10, LIMITED);
    submitted(queue, job(GEMINI, 0));
    submitted(queue, job(GEMINI, 1));
    submitted(queue, job(LOCAL, 2));
    assertThat(queue.claim(Map.of(GEMINI, 1), NOW)).hasSize(1);

    QueueLoad load = queue.load(GEMINI, SLOT, NOW.plusSeconds(1));

    assertThat(load.waiting()).isEqualTo(2);
    assertThat(load.capacity()).isEqualTo(10);
    assertThat(load.waitingAtProvider()).isEqualTo(1);
    assertThat(load.runningAtProvider()).isEqualTo(1);
    assertThat(load.waitingInSlot()).isEqualTo(2);
    assertThat(load.runningInSlot()).isEqualTo(1);
    assertThat(load.usage().startedLastMinute()).isEqualTo(1);
    QueueLoad elsewhere = queue.load(LOCAL, new SlotAddress(SERG, SlotId.number(2)), NOW);
    assertThat(elsewhere.runningAtProvider()).isZero();
    assertThat(elsewhere.waitingInSlot() + elsewhere.runningInSlot()).isZero();
  }

  @Test
  void aProviderNeverRunsMoreThanItsPlacesWhoeverAsks() {
    JobQueue queue = queue(10, aCatalogue(aProvider().withPlaces(2), aProvider().withId(LOCAL)));
    for (int i = 0; i < 4; i++) {
      submitted(queue, job(GEMINI, 0));
    }

    List<JobClaim> first = queue.claim(Map.of(GEMINI, 5), NOW);
    assertThat(first).hasSize(2);
    assertThat(queue.claim(Map.of(GEMINI, 5), NOW)).isEmpty();
    assertThat(ended(queue, first.getFirst())).isTrue();
    assertThat(queue.claim(Map.of(GEMINI, 5), NOW)).hasSize(1);
  }

  @Test
  void aSlotNeverRunsMoreThanItsLimitAndLetsOthersPass() {
    JobQueue queue = queue(10);
    submitted(queue, limited(1, 0));
    QueuedJob held = submitted(queue, limited(1, 1));
    QueuedJob passing = submitted(queue, limited(2, 2));

    Instant later = NOW.plusSeconds(10);
    List<JobClaim> claims = queue.claim(Map.of(GEMINI, 5), later);
    assertThat(claims).hasSize(2);
    assertThat(claims.get(1).job().id()).isEqualTo(passing.id());
    assertThat(queue.claim(Map.of(GEMINI, 5), later)).isEmpty();

    assertThat(ended(queue, claims.getFirst())).isTrue();
    assertThat(running(queue.claim(Map.of(GEMINI, 5), later))).containsExactly(held.start(later));
  }

  @Test
  void callsBeginNoFasterThanTheProviderAllows() {
    var limits = new ProviderLimits(3, null, null, ZoneOffset.UTC);
    JobQueue queue = queue(10, aCatalogue(aProvider().withPlaces(10).withLimits(limits)));
    for (int i = 0; i < 5; i++) {
      submitted(queue, job(GEMINI, 0));
    }

    List<JobClaim> first = queue.claim(Map.of(GEMINI, 10), NOW);
    assertThat(first).hasSize(3);
    first.forEach(claim -> assertThat(ended(queue, claim)).isTrue());
    assertThat(queue.claim(Map.of(GEMINI, 10), NOW.plusSeconds(59))).isEmpty();
    assertThat(queue.load(GEMINI, SLOT, NOW.plusSeconds(59)).usage())
        .isEqualTo(new ProviderUsage(3, 3, 0, NOW));
    assertThat(queue.claim(Map.of(GEMINI, 10), NOW.plusSeconds(60))).hasSize(2);
  }

  @Test
  void tokensThatWereUsedAreKnown() {
    JobQueue queue = queue(10, LIMITED);
    for (long tokens : new long[] {1000, 0, 3000}) {
      submitted(queue, job(GEMINI, 0));
      JobClaim claim = queue.claim(Map.of(GEMINI, 1), NOW).getFirst();
      FinishedJob done = claim.job().succeed(new MediaId(UUID.randomUUID()), Cost.ZERO, NOW);
      assertThat(queue.release(claim, done, new AttemptEnd.Delivered(Cost.ZERO, tokens), NOW))
          .isTrue();
    }

    QueueLoad load = queue.load(GEMINI, SLOT, NOW.plusSeconds(1));
    assertThat(load.usage().tokensLastMinute()).isEqualTo(4000);
    assertThat(load.averageTokens()).isEqualTo(2000);
  }

  @Test
  void aJobThatAsksForTheSameIsJoinedAsLongAsTheOtherIsOpen() {
    JobQueue queue = queue(10);
    QueuedJob first = submitted(queue, duplicate(0));

    assertThat(queue.submit(duplicate(1))).isEqualTo(new SubmitOutcome.Joined(first.id()));
    JobClaim claim = queue.claim(Map.of(GEMINI, 5), NOW.plusSeconds(2)).getFirst();
    assertThat(queue.submit(duplicate(2))).isEqualTo(new SubmitOutcome.Joined(first.id()));

    assertThat(ended(queue, claim)).isTrue();
    assertThat(queue.submit(duplicate(3)))
        .as("a failed job is tried anew")
        .isEqualTo(new SubmitOutcome.Queued());
    assertThat(queue.submit(job(GEMINI, 4))).isEqualTo(new SubmitOutcome.Queued());
  }

  @Test
  void ofManyThatAskForTheSameAtOnceOneIsQueued() throws InterruptedException, ExecutionException {
    JobQueue queue = queue(100);
    var attempts = new ArrayList<Callable<SubmitOutcome>>();
    for (int i = 0; i < 20; i++) {
      attempts.add(() -> queue.submit(duplicate(0)));
    }
    var outcomes = new ArrayList<SubmitOutcome>();
    try (var submitters = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var outcome : submitters.invokeAll(attempts)) {
        outcomes.add(outcome.get());
      }
    }

    assertThat(outcomes).filteredOn(SubmitOutcome.Queued.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(SubmitOutcome.Joined.class::isInstance).hasSize(19);
  }

  @Test
  void aParkedJobKeepsItsPlaceUntilItsProviderIsAsked() {
    JobQueue queue = queue(10, aCatalogue(aProvider().withPlaces(1)));
    submitted(queue, job(GEMINI, 0));
    submitted(queue, job(GEMINI, 1));
    JobClaim claim = queue.claim(Map.of(GEMINI, 1), NOW).getFirst();
    WaitingJob parked = claim.job().await(CALL, NOW.plusSeconds(5));

    assertThat(queue.park(claim, parked)).isTrue();

    assertThat(jobs().find(parked.id())).contains(parked);
    assertThat(queue.claim(Map.of(GEMINI, 1), NOW.plusSeconds(4)))
        .as("its place is taken")
        .isEmpty();
    assertThat(running(queue.claim(Map.of(), NOW.plusSeconds(5))))
        .as("asking needs no place")
        .containsExactly(parked.resume());
    assertThat(jobs().attempts(parked.id())).hasSize(1);
  }

  @Test
  void whatTheWorkerNotesOfItsCallIsKept() {
    JobQueue queue = queue(10);
    submitted(queue, job(GEMINI, 0));
    JobClaim claim = queue.claim(Map.of(GEMINI, 1), NOW).getFirst();
    claim.call().asked(NOW.plusSeconds(1));
    assertThat(queue.park(claim, claim.job().await(CALL, NOW.plusSeconds(5)))).isTrue();
    assertThat(jobs().attempts(claim.job().id()))
        .extracting(Attempt::call)
        .containsExactly(new CallTimes(NOW.plusSeconds(1), null));

    JobClaim resumed = queue.claim(Map.of(), NOW.plusSeconds(5)).getFirst();
    resumed.call().answered(NOW.plusSeconds(6));
    assertThat(ended(queue, resumed)).isTrue();

    assertThat(jobs().attempts(claim.job().id()))
        .extracting(Attempt::call)
        .containsExactly(new CallTimes(NOW.plusSeconds(1), NOW.plusSeconds(6)));
  }

  @Test
  void aParkedJobCanBeWoken() {
    JobQueue queue = queue(10);
    submitted(queue, job(GEMINI, 0));
    JobClaim claim = queue.claim(Map.of(GEMINI, 1), NOW).getFirst();
    assertThat(queue.wake(claim.job().id(), NOW)).as("it runs").isFalse();
    assertThat(queue.park(claim, claim.job().await(CALL, NOW.plusSeconds(50)))).isTrue();
    assertThat(queue.claim(Map.of(), NOW.plusSeconds(1))).isEmpty();

    assertThat(queue.wake(claim.job().id(), NOW.plusSeconds(1))).isTrue();

    JobClaim resumed = queue.claim(Map.of(), NOW.plusSeconds(1)).getFirst();
    assertThat(resumed.job().deferredCall()).contains(CALL);
    assertThat(queue.wake(resumed.job().id(), NOW.plusSeconds(1))).as("once").isFalse();
    assertThat(ended(queue, resumed)).isTrue();
    assertThat(queue.wake(resumed.job().id(), NOW)).isFalse();
    assertThat(queue.wake(new JobId(UUID.randomUUID()), NOW)).isFalse();
  }

  @Test
  void everyAttemptIsRecorded() {
    JobQueue queue = queue(10);
    QueuedJob job = submitted(queue, job(GEMINI, 0));
    JobClaim first = queue.claim(Map.of(GEMINI, 1), NOW).getFirst();
    assertThat(jobs().attempts(job.id())).containsExactly(attempt(1, NOW, null, null));
    Instant failedAt = NOW.plusSeconds(2);
    assertThat(queue.release(first, first.job().retry(Cost.ZERO, failedAt), FAILED, failedAt))
        .isTrue();
    JobClaim second = queue.claim(Map.of(GEMINI, 1), NOW.plusSeconds(3)).getFirst();
    Instant doneAt = NOW.plusSeconds(9);
    FinishedJob done = second.job().succeed(new MediaId(UUID.randomUUID()), COST, doneAt);
    assertThat(queue.release(second, done, DELIVERED, doneAt)).isTrue();

    assertThat(jobs().attempts(job.id()))
        .containsExactly(
            attempt(1, NOW, failedAt, FAILED), attempt(2, NOW.plusSeconds(3), doneAt, DELIVERED));
  }

  @Test
  void claimsThatAreHeldAreRenewedAndOthersAreLost() {
    JobQueue queue = queue(10);
    submitted(queue, job(GEMINI, 0));
    submitted(queue, job(GEMINI, 0));
    List<JobClaim> claims = queue.claim(Map.of(GEMINI, 2), NOW);
    assertThat(queue.renew(claims)).isEmpty();

    assertThat(ended(queue, claims.getFirst())).isTrue();

    assertThat(queue.renew(claims)).containsExactly(claims.getFirst());
  }

  @Test
  void aSlotThatIsFullHidesNothingHoweverManyOfItsJobsAreOlder() {
    JobQueue queue = queue(50);
    QueuedJob first = submitted(queue, limited(2, 0));
    for (int i = 1; i <= 20; i++) {
      submitted(queue, limited(2, i));
    }
    QueuedJob unlimited = submitted(queue, job(GEMINI, 30));
    QueuedJob otherSlot = submitted(queue, limited(3, 31));

    Instant later = NOW.plusSeconds(60);
    assertThat(running(queue.claim(Map.of(GEMINI, 5), later)))
        .containsExactly(first.start(later), unlimited.start(later), otherSlot.start(later));
    assertThat(queue.claim(Map.of(GEMINI, 5), later)).isEmpty();
  }

  @Test
  void jobsOfASlotFromBeforeItsLimitCountForIt() {
    JobQueue queue = queue(10);
    QueuedJob before = submitted(queue, job(GEMINI, 0));
    submitted(queue, limited(1, 1));

    Instant later = NOW.plusSeconds(10);
    assertThat(running(queue.claim(Map.of(GEMINI, 5), later))).containsExactly(before.start(later));
    assertThat(queue.claim(Map.of(GEMINI, 5), later)).isEmpty();
  }

  /// A new job for this provider, received so many seconds after [#NOW].
  protected static QueuedJob job(ProviderId provider, int receivedAfterSec) {
    return QueuedJob.accepted(order(receivedAfterSec).withProvider(provider).build());
  }

  /// A new job of this slot, which lets one run at a time.
  protected static QueuedJob limited(int slot, int receivedAfterSec) {
    return QueuedJob.accepted(
        order(receivedAfterSec)
            .withSlot(new SlotAddress(SERG, SlotId.number(slot)))
            .withSlotLimit(1)
            .build());
  }

  /// A new job that asks for the same as all others of these.
  protected static QueuedJob duplicate(int receivedAfterSec) {
    return QueuedJob.accepted(
        order(receivedAfterSec).withDuplicateKey(new DuplicateKey("ab".repeat(32))).build());
  }

  private static OrderFixture order(int receivedAfterSec) {
    return anOrder()
        .withId(new JobId(UUID.randomUUID()))
        .withSource(new MediaId(UUID.randomUUID()))
        .withSlot(SLOT)
        .withProvider(GEMINI)
        .withReceivedAt(NOW.plusSeconds(receivedAfterSec));
  }

  private static Attempt attempt(
      int number, Instant start, @Nullable Instant end, @Nullable AttemptEnd how) {
    return new Attempt(
        number, GEMINI, CatalogueFixtures.CHANGE_IMAGE, start, end, CallTimes.NONE, how);
  }

  private static boolean isFull(JobQueue queue) {
    return queue.load(GEMINI, SLOT, NOW).isFull();
  }

  /// Ends a claim with a failure.
  protected static boolean ended(JobQueue queue, JobClaim claim) {
    return queue.release(claim, claim.job().fail(failure(), NOW), FAILED, NOW);
  }

  /// Submits a job that must be accepted.
  @CanIgnoreReturnValue
  protected static QueuedJob submitted(JobQueue queue, QueuedJob job) {
    assertThat(queue.submit(job)).isEqualTo(new SubmitOutcome.Queued());
    return job;
  }

  private static JobFailure failure() {
    return FAILED.failure();
  }

  /// The jobs of these claims.
  protected static List<RunningJob> running(List<JobClaim> claims) {
    return claims.stream().map(JobClaim::job).toList();
  }
}
